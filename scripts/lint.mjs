/** All that is checked without running the code; a warning counts as an error. Every check runs, whichever fails. */
import { availableParallelism } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { runScript } from "./machine/at-end.mjs"
import { ensureInstalled } from "./machine/ensure-installed.mjs"
import { runKept } from "./machine/run-command.mjs"
import { say, Stop } from "./machine/say.mjs"

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = (name) => join(project, "node_modules", ".bin", name)

const CHECKS = [
  ["types", bin("tsc"), "-p", "tsconfig.check.json"],
  ["code", bin("eslint"), ".", "--max-warnings", "0"],
  ["imports", bin("depcruise"), "src", "--config", ".dependency-cruiser.cjs"],
  ["names", process.execPath, join(project, "scripts", "lint-names.mjs")],
  ["reference", process.execPath, join(project, "scripts", "generate-reference.mjs"), "--check"],
  ["format", bin("prettier"), "--check", "--log-level", "warn", "."],
]

/** The checks take a core each, and up to two gigabytes. */
const AT_ONCE = Math.min(2, availableParallelism())

/** Runs a check with its output kept, so that those of two at once are not mixed. */
async function runCheck([name, ...command], failed) {
  const begun = performance.now()
  const { code, output } = await runKept(command, { cwd: project })
  process.stdout.write(output)
  say(`${code === 0 ? "✓" : "✗"} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  if (code !== 0) {
    failed.push(name)
  }
}

async function main() {
  await ensureInstalled(project)
  const failed = []
  const waiting = [...CHECKS]
  const takeNext = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      await runCheck(check, failed)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext))
  say(failed.length ? `Lint failed: ${failed.join(", ")}` : "Lint passed")
  return failed.length ? 1 : 0
}

await runScript(main, (error) => (error instanceof Stop ? error.message : error.stack))
