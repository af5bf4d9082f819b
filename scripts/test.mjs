/**
 * The tests, on a machine with nothing but Node: `npm test`, `npm test -- src/rules`, `npm run test:faults`.
 * `--kind=faults,browser` names the kinds (see jest.config.js); every other argument is jest's own. A path may mean
 * suites, too, which spec files gather: `npm test -- integration-tests/http/billing/offers`.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { runEnd, runScript } from "./machine/at-end.mjs"
import { selectSuites } from "./jest/select-suites.mjs"
import { ensureInstalled } from "./machine/ensure-installed.mjs"
import { runCommand } from "./machine/run-command.mjs"
import { say, step, Stop } from "./machine/say.mjs"
import { buildAdmin } from "./store/build-admin.mjs"

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const WITHOUT_DATABASE = ["unit"]
/** Their spec files boot stores on clones of one migrated database. */
const ON_TEMPLATE = ["integration", "walks", "faults", "browser"]

/** Each worker boots a store of its own, which takes a core and a good gigabyte. */
const STORES_AT_ONCE = Math.min(4, availableParallelism())
const AT_ONCE = [`--maxWorkers=${STORES_AT_ONCE}`, "--forceExit"]
const HOW = { unit: [], integration: AT_ONCE, walks: AT_ONCE, browser: AT_ONCE }
/** The other kinds count on having the machine for themselves. */
const ALONE = ["--runInBand", "--forceExit"]

const isKind = (argument) => argument.startsWith("--kind=")
const kinds = (process.argv.find(isKind)?.slice("--kind=".length) ?? "unit,integration").split(",")
const given = process.argv.slice(2).filter((argument) => !isKind(argument))

const jest = (args) => [join(project, "node_modules", "jest", "bin", "jest.js"), ...args]

/** A store in a test makes many short-lived objects: with more room for the young it collects less often. */
const YOUNG = "--max-semi-space-size=64"

const environment = (kind) => ({
  TEST_TYPE: kind,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules", "--no-warnings", YOUNG]
    .filter(Boolean)
    .join(" "),
})

const hasTests = (kind, { jestArguments }) => {
  const list = spawnSync(process.execPath, jest([...jestArguments, "--listTests"]), {
    cwd: project,
    env: { ...process.env, ...environment(kind) },
    encoding: "utf8",
  })
  if (list.status !== 0) {
    throw new Stop(`jest could not list the ${kind} tests:\n${list.stderr}`)
  }
  return list.stdout.trim() !== ""
}

/** Runs what was selected of one kind; returns how many tests passed and failed. */
async function runKind(kind, { jestArguments, env }, database) {
  const folder = mkdtempSync(join(tmpdir(), "medusa-service-commerce-results-"))
  const TEST_COUNTS = join(folder, "counts.json")
  const TEST_TIMES = join(folder, "times.jsonl")
  const own = ["count-tests.cjs", "report-slowest.cjs"].map((file) => join(project, "scripts", "jest", file))
  const reporters = ["default", ...own].map((reporter) => `--reporters=${reporter}`)
  say(`\n=== ${kind} tests ===`)
  const args = [...jestArguments, ...reporters, ...(HOW[kind] ?? ALONE)]
  const code = await runCommand([process.execPath, ...jest(args)], {
    cwd: project,
    env: { ...database, ...env, ...environment(kind), TEST_COUNTS, TEST_TIMES },
    signal: "KILL",
  })
  const counts = existsSync(TEST_COUNTS) ? JSON.parse(readFileSync(TEST_COUNTS, "utf8")) : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true, force: true })
  // A run that broke off has failed, whatever it counted.
  return code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) }
}

/** The server for the tests' databases and, where a kind clones one, the template. Unit tests need not wait for it. */
async function startDatabase(found) {
  const { testServer } = await import("./database/test-server.mjs")
  const { testTemplate } = await import("./database/test-template.mjs")
  const server = await testServer(project)
  return found.some((kind) => ON_TEMPLATE.includes(kind))
    ? { ...server, ...(await testTemplate(project, server)) }
    : server
}

/** What browser tests open: the admin as it is built, and a user of it in each store. */
async function prepareAdmin(database) {
  await buildAdmin(project)
  const { adminTemplate } = await import("./database/test-template.mjs")
  return adminTemplate(project, database)
}

async function main() {
  await ensureInstalled(project)
  const selection = selectSuites(project, given)
  const found = kinds.filter((kind) => hasTests(kind, selection))
  if (found.length === 0) {
    throw new Stop(`No test matches ${given.join(" ") || kinds.join(", ")}.`)
  }
  const sum = { passed: 0, failed: 0 }
  const starting = found.every((kind) => WITHOUT_DATABASE.includes(kind)) ? undefined : startDatabase(found)
  starting?.catch(() => undefined)
  let database
  for (const kind of found) {
    if (!WITHOUT_DATABASE.includes(kind)) {
      database ??= await step("Preparing a database for the tests", () => starting)
    }
    const own = kind === "browser" ? await step("Preparing the admin", () => prepareAdmin(database)) : {}
    const { passed, failed } = await runKind(kind, selection, { ...database, ...own })
    sum.passed += passed
    sum.failed += failed
  }
  await runEnd()
  say(`\n${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 ? 0 : 1
}

await runScript(main, (error) => (error instanceof Stop ? error.message : error.stack))
