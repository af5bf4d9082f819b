import { PROJECT, runScript } from "../machine/medusa.mjs"
import { median } from "../machine/by-turns.mjs"
import { compare } from "../machine/results.mjs"

/** Less than this is what any page of rows takes. */
const LEAST_MB = 64

/** Verifying all chains beside a bare loop over the same rows, by turns in one process. */
export default async function salesVerify({ databases, prepared, sizes, step }) {
  const { events, ours, bare, peak, fewPeak, madePerSecond } = await step(
    `verifying ${sizes.saleEvents} events`,
    async () => {
      const database = await databases.create(prepared.template)
      const input = { count: sizes.saleEvents, rounds: sizes.verifications }
      const output = await runScript(PROJECT, database, { script: "scripts/sales-verify.ts", input })
      await databases.drop(database)
      return output
    },
  )
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
