import { readFileSync, writeFileSync } from "fs"

/** What the bench gives to a script that it runs in a process of its own; the script names its shape. */
export function readInput<Input>(): Input {
  const file = process.env.BENCH_INPUT
  if (!file) {
    throw new Error("This script is started by `npm run bench`, which sets BENCH_INPUT and BENCH_OUTPUT")
  }
  return JSON.parse(readFileSync(file, "utf8"))
}

/** What the script found out; the bench reads it when the process has ended. */
export function writeOutput(output: object): void {
  writeFileSync(process.env.BENCH_OUTPUT ?? "/dev/stdout", JSON.stringify(output))
}
