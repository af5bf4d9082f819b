import { spawnTied } from "./spawn-tied.mjs"
import { Stop } from "./say.mjs"

/** Runs a command to its end with its output kept. */
export async function runKept(command, { cwd, env, signal = "TERM" }) {
  const output = []
  const { child, ended } = spawnTied(command, { cwd, env: { ...process.env, ...env }, stdio: ["pipe", "pipe"], signal })
  child.stdout.on("data", (chunk) => output.push(chunk))
  child.stderr.on("data", (chunk) => output.push(chunk))
  const code = await ended
  return { code, output: Buffer.concat(output) }
}

/**
 * Runs a command to its end, with its output shown or, where `quiet`, kept and shown only if it fails.
 * Returns its exit code; throws Stop for a failure where `mustPass`.
 */
export async function runCommand(command, { cwd, env, quiet = false, mustPass = false, signal = "TERM" }) {
  const options = { cwd, env, signal }
  const { code, output } = quiet ? await runKept(command, options) : await runShown(command, options)
  if (code !== 0 && mustPass) {
    process.stdout.write(output)
    throw new Stop(`${command.join(" ")} failed (exit code ${code}).`)
  }
  return code
}

async function runShown(command, { cwd, env, signal }) {
  const stdio = ["inherit", "inherit"]
  const { ended } = spawnTied(command, { cwd, env: { ...process.env, ...env }, stdio, signal })
  return { code: await ended, output: "" }
}
