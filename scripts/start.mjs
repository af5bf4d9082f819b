/**
 * The demo store, on a machine with nothing but Node: `npm start`.
 * `npm start -- --fresh` begins with an empty database, `-- --port 9100` listens elsewhere.
 */
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { runScript } from "./machine/at-end.mjs"
import { ensureInstalled } from "./machine/ensure-installed.mjs"
import { freePort, isFree } from "./machine/free-port.mjs"
import { localSecrets } from "./machine/local-state.mjs"
import { say, step, Stop } from "./machine/say.mjs"

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const DEFAULT_PORT = 9000

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { fresh: { type: "boolean" }, port: { type: "string" }, host: { type: "string" } },
    })
    if (values.port !== undefined && !/^[1-9]\d{0,4}$/.test(values.port)) {
      throw new Error(`--port is "${values.port}"; it takes a number`)
    }
    return values
  } catch (error) {
    throw new Stop(`${error.message}\nUsage: npm start -- [--fresh] [--port 9100] [--host 0.0.0.0]`)
  }
}

async function choosePort(wanted) {
  if (wanted !== undefined) {
    if (!(await isFree(Number(wanted)))) {
      throw new Stop(`Port ${wanted} is taken.`)
    }
    return Number(wanted)
  }
  if (await isFree(DEFAULT_PORT)) {
    return DEFAULT_PORT
  }
  const port = await freePort()
  say(`  Port ${DEFAULT_PORT} is taken; the store takes ${port}.`)
  return port
}

function welcome(demo, address) {
  const { admin, publishable_key, customers, photo_kit, quick_order } = demo
  say(`
  The demo store is up.

  Admin       ${address}/app
              log in as ${admin.email} with the password ${admin.password}
  Store API   ${address}/store
              header x-publishable-api-key: ${publishable_key}
  Customers   ${customers.map(({ email }) => email).join(", ")}
              password ${customers[0]?.password}

  To try
  · Admin → Products → Web hosting: its card "Offer" with billing cycles and set-up fees. Products → Offers: all of them.
  · Admin → Billing → Subscriptions: one has been renewed a few times; one is in its trial, one past due after a decline,
    one has an overdue invoice, one ends with its year.
  · Admin → Billing → Billing runs: push the demo clock a month on, start a run, and watch the renewals being charged. The
    switch beside the clock says how cards answer: let them be declined, and see what a run names.
  · Admin → Billing → Messages: what customers were written, each as they see it. Settings → Billing reminders: when, with a
    preview of each in English and French. Nothing leaves this machine.
  · Admin → Promotions → Article discounts, Order discounts: the partners' price list, an offer for everyone, a discount on
    large orders. Discount simulator: what Anna pays for 6 USB sticks, and why.
  · Admin → Products → Packages: a wedding at one price, furniture and catering priced by their contents, a photo kit for rent,
    an opening party with two of them in it, a hosting pack that renews. Open one, and see its price to the last content.
  · What the photo kit costs for a week-end, from Friday evening to Monday morning:
    curl -H "x-publishable-api-key: ${publishable_key}" -H "content-type: application/json" -d '{"currency_code":"eur","days":3}' \
      "${address}/store/packages/${photo_kit}/price"
  · Admin → Customers → Pipeline: fifty of them by temperature, their notes and what is due; the board, an import, duplicates.
  · Admin → Orders → Sales history: every sale as it was made, its time line, and whether anything was rewritten.
  · Admin → Services: have an offer delivered by license keys, buy it, and find its key there. Billing: what renews each month;
    each number opens what is behind it.
  · ${address}${quick_order}
    A lead's quick-order link: their prices, a basket and an order on account, without a log-in.
  · curl -H "x-publishable-api-key: ${publishable_key}" "${address}/store/billing/products?currency_code=eur"

  Ctrl-C stops it. "npm start -- --fresh" begins anew.
`)
}

async function main() {
  const begun = performance.now()
  const { fresh = false, port: wanted, host = "localhost" } = readOptions()
  await ensureInstalled(project)
  const { devServer } = await import("./database/dev-server.mjs")
  const { prepareStore } = await import("./store/prepare-store.mjs")
  const { runStore } = await import("./store/run-store.mjs")

  const port = await choosePort(wanted)
  const DATABASE_URL = await devServer(project, { fresh })
  const address = `http://localhost:${port}`
  const env = {
    ...localSecrets(project),
    DATABASE_URL,
    MEDUSA_DISABLE_TELEMETRY: "true",
    ADMIN_CORS: process.env.ADMIN_CORS ?? address,
    AUTH_CORS: process.env.AUTH_CORS ?? `${address},http://localhost:8000`,
  }
  const demo = await prepareStore(project, { env })
  const store = runStore(project, { env, port, host })
  await step("Starting Medusa with its admin", store.ready)
  welcome(demo, address)
  say(`  (ready after ${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  await store.ended
  throw new Stop("Medusa has ended.")
}

await runScript(main, (error) => (error instanceof Stop ? error.message : error.stack))
