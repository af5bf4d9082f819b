/** All that is checked without running the code; a warning counts as an error. Every check runs, whichever fails. */
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { runScript } from "./machine/at-end.mjs"
import { ensureInstalled } from "./machine/ensure-installed.mjs"
import { runCommand } from "./machine/run-command.mjs"
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

async function main() {
  await ensureInstalled(project)
  const failed = []
  for (const [name, ...command] of CHECKS) {
    const begun = performance.now()
    const code = await runCommand(command, { cwd: project })
    say(`${code === 0 ? "✓" : "✗"} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
    if (code !== 0) {
      failed.push(name)
    }
  }
  say(failed.length ? `Lint failed: ${failed.join(", ")}` : "Lint passed")
  return failed.length ? 1 : 0
}

await runScript(main, (error) => (error instanceof Stop ? error.message : error.stack))
