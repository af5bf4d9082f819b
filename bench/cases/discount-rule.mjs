import { PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"

/** At least fifty times as fast as its peer in the same run: milliseconds say more about the machine than about the rule. */
const AT_MOST = 0.02
const LINES = 100
const DISCOUNTS = 200

/** The discounts' rule over one big cart, next to Medusa's promotions over the same, asked by turns in one process. */
export default async function discountRule({ databases, prepared, sizes, step }) {
  const { ours, computing, withReading } = await step(`${DISCOUNTS} discounts on ${LINES} lines`, async () => {
    const database = await databases.create(prepared.template)
    const input = { lines: LINES, discounts: DISCOUNTS, rounds: sizes.reckonings, warmUp: sizes.reckoningsWarmUp }
    const output = await runScript(PROJECT, database, { script: "scripts/discount-rule.ts", input })
    await databases.drop(database)
    return output
  })
  const name = `${DISCOUNTS} discounts on a cart of ${LINES} lines, median`
  const reference_name = `Medusa's computeActions of as many promotions, which it is given from memory`
  const samples = sizes.reckonings
  return [
    compare({
      name: `${name}, beside its peer`,
      unit: "ms",
      ours,
      reference: computing,
      reference_name,
      atMost: AT_MOST,
      samples,
    }),
    compare({
      name: `${name}, beside its peer with its reading`,
      unit: "ms",
      ours,
      reference: withReading,
      reference_name: "Medusa's computeActions of as many promotions, which it reads from the database",
      atMost: AT_MOST,
      samples,
    }),
  ]
}
