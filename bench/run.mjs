/**
 * The bench: `npm run bench`. `-- --quick` shows in minutes that every case runs; `-- --only=issuing,checkout` runs some.
 * It takes an embedded PostgreSQL, or the server that DB_HOST or DATABASE_URL names, and leaves nothing on it.
 */
import { parseArgs } from "node:util"
import { runEnd, runScript as runToEnd } from "../scripts/machine/at-end.mjs"
import { ensureInstalled } from "../scripts/machine/ensure-installed.mjs"
import { say, step, Stop } from "../scripts/machine/say.mjs"
import { PROJECT } from "./machine/medusa.mjs"
import { SIZES } from "./sizes.mjs"

const CASES = [
  "issuing",
  "issuing-flat",
  "charging",
  "charging-flat",
  "idle-tick",
  "dunning-tick",
  "invoice-list",
  "sales-history",
  "sales-verify",
  "sales-issuing",
  "sales-completion",
  "move-in",
  "billing-overview",
  "subscription-list",
  "checkout",
  "discount-rule",
  "package-rule",
  "cart-refresh",
  "store-answers",
  "package-add",
  "package-refresh",
  "package-breakdown",
  "booking",
  "documents",
  "customer-list",
  "customer-import",
  "quick-order-catalogue",
  "deliveries",
  "service-list",
]

function readOptions() {
  const { values } = parseArgs({ options: { quick: { type: "boolean" }, only: { type: "string" } } })
  const only = values.only?.split(",") ?? CASES
  const unknown = only.filter((name) => !CASES.includes(name))
  if (unknown.length) {
    throw new Stop(`--only takes some of ${CASES.join(",")}; ${unknown.join(",")} is none`)
  }
  return values.quick ? { only, file: "quick", sizes: SIZES.quick } : { only, file: "latest", sizes: SIZES.full }
}

async function main() {
  const { only, file, sizes } = readOptions()
  await ensureInstalled(PROJECT)
  // These need what is installed.
  const { testServer } = await import("../scripts/database/test-server.mjs")
  const { Databases } = await import("./machine/databases.mjs")
  const { machineSpeed } = await import("./machine/speed.mjs")
  const { prepareStore } = await import("./machine/prepare-store.mjs")
  const { printTable, writeResults } = await import("./machine/results.mjs")
  const server = await step("Starting a database", () => testServer(PROJECT))
  const databases = new Databases(server)
  const speed = machineSpeed()
  say(`The machine: its fixed loop takes ${speed.toFixed(0)} ms`)
  const bench = { databases, sizes, step, speed }
  bench.prepared = await step("Preparing the store", () => prepareStore(databases, PROJECT))

  const results = []
  const broken = []
  let written = ""
  // After each case: a run that is interrupted keeps what it has measured.
  const keep = (name, figures) => {
    const kept = figures.map((figure) => ({ case: name, ...figure, machine_ms: Math.round(speed) }))
    results.push(...kept)
    written = writeResults(PROJECT, kept, { file, cases: CASES })
  }
  for (const name of CASES.filter((one) => only.includes(one))) {
    const module = await import(`./cases/${name}.mjs`)
    say(`\n=== ${name} ===`)
    // One that breaks does not take the others' figures with it.
    await module.default(bench).then(
      (figures) => keep(name, figures),
      (error) => broken.push(`${name}: ${error instanceof Stop ? error.message : error.stack}`),
    )
  }
  printTable(results)
  say(written ? `Written to ${written}` : "No case gave a figure")
  broken.forEach((reason) => say(`\nBroken: ${reason}`))
  await runEnd()
  return broken.length === 0 && results.every(({ met }) => met) ? 0 : 1
}

await runToEnd(main, (error) => (error instanceof Stop ? error.message : error.stack))
