/**
 * The tests, on a machine with nothing but Node: `npm test`, `npm test -- src/rules`, `npm run test:faults`.
 * `--kind=faults,browser` names the kinds (see jest.config.js); every other argument is jest's own.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { runEnd, runScript } from "./machine/at-end.mjs"
import { ensureInstalled } from "./machine/ensure-installed.mjs"
import { runCommand } from "./machine/run-command.mjs"
import { say, step, Stop } from "./machine/say.mjs"

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const WITHOUT_DATABASE = ["unit"]

/** Each worker boots a store of its own, which takes a core and a good gigabyte. */
const STORES_AT_ONCE = Math.min(4, availableParallelism())
const HOW = { unit: [], integration: [`--maxWorkers=${STORES_AT_ONCE}`, "--forceExit"] }
/** The other kinds count on having the machine for themselves. */
const ALONE = ["--runInBand", "--forceExit"]

const isKind = (argument) => argument.startsWith("--kind=")
const kinds = (process.argv.find(isKind)?.slice("--kind=".length) ?? "unit,integration").split(",")
const jestArguments = process.argv.slice(2).filter((argument) => !isKind(argument))

const jest = (args) => [join(project, "node_modules", "jest", "bin", "jest.js"), ...jestArguments, ...args]

const environment = (kind) => ({
  TEST_TYPE: kind,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules", "--no-warnings"].filter(Boolean).join(" "),
})

const hasTests = (kind) => {
  const list = spawnSync(process.execPath, jest(["--listTests"]), {
    cwd: project,
    env: { ...process.env, ...environment(kind) },
    encoding: "utf8",
  })
  if (list.status !== 0) {
    throw new Stop(`jest could not list the ${kind} tests:\n${list.stderr}`)
  }
  return list.stdout.trim() !== ""
}

/** Runs one kind; returns how many tests passed and failed. */
async function runKind(kind, database) {
  const folder = mkdtempSync(join(tmpdir(), "medusa-service-commerce-results-"))
  const TEST_COUNTS = join(folder, "counts.json")
  const reporters = ["--reporters=default", `--reporters=${join(project, "scripts", "jest", "count-tests.cjs")}`]
  say(`\n=== ${kind} tests ===`)
  const code = await runCommand([process.execPath, ...jest([...reporters, ...(HOW[kind] ?? ALONE)])], {
    cwd: project,
    env: { ...database, ...environment(kind), TEST_COUNTS },
    signal: "KILL",
  })
  const counts = existsSync(TEST_COUNTS) ? JSON.parse(readFileSync(TEST_COUNTS, "utf8")) : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true, force: true })
  // A run that broke off has failed, whatever it counted.
  return code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) }
}

async function main() {
  await ensureInstalled(project)
  const found = kinds.filter(hasTests)
  if (found.length === 0) {
    throw new Stop(`No test matches ${jestArguments.join(" ") || kinds.join(", ")}.`)
  }
  const sum = { passed: 0, failed: 0 }
  let database
  for (const kind of found) {
    if (!WITHOUT_DATABASE.includes(kind)) {
      const { testServer } = await import("./database/test-server.mjs")
      database ??= await step("Starting a database for the tests", () => testServer(project))
    }
    const { passed, failed } = await runKind(kind, database)
    sum.passed += passed
    sum.failed += failed
  }
  await runEnd()
  say(`\n${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 ? 0 : 1
}

await runScript(main, (error) => (error instanceof Stop ? error.message : error.stack))
