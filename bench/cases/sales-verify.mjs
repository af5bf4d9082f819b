import { PROJECT, runScript } from "../machine/medusa.mjs"
import { median } from "../machine/by-turns.mjs"
import { compare } from "../machine/results.mjs"

/** Less than this is what any page of rows takes. */
const LEAST_MB = 64

/** A sale has so many events. */
const PER_SALE = 4

/** Verifying all chains beside a bare loop over the same rows, by turns in one process; memory in processes of their own. */
export default async function salesVerify({ databases, prepared, sizes, step }) {
  const sales = Math.ceil(sizes.saleEvents / PER_SALE)
  const few = Math.ceil(sales / 4)
  const events = sales * PER_SALE
  const database = await databases.create(prepared.template)
  const run = (script, input = {}) =>
    step(`${script} ${JSON.stringify(input)}`, () =>
      runScript(PROJECT, database, { script: `scripts/${script}.ts`, input }),
    )
  await run("seed-sale-events", { from: 1, to: few })
  const { peak: fewPeak } = await run("sales-verify-memory")
  const { perSecond: madePerSecond } = await run("seed-sale-events", { from: few + 1, to: sales })
  const { peak } = await run("sales-verify-memory")
  const { ours, bare } = await run("sales-verify", { events, rounds: sizes.verifications })
  await databases.drop(database)
  return [
    compare({
      name: `verifying ${events} events`,
      unit: "1/s",
      ours: median(ours),
      reference: median(bare),
      reference_name: "a loop that reads the same rows and hashes each event once, by turns",
      atLeast: 0.7,
      made_per_second: Math.round(madePerSecond),
    }),
    compare({
      name: `verifying ${events} events: peak memory above start`,
      unit: "MB",
      ours: peak,
      reference: Math.max(fewPeak, LEAST_MB),
      reference_name: `itself of a quarter of them, at least ${LEAST_MB}`,
      atMost: 1.3,
    }),
  ]
}
