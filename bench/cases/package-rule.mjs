import { PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"

/** Milliseconds say more about the machine than about the rule: it stays below what Medusa needs to total such a cart. */
const AT_MOST = 1
const CONTENTS = 1_000
const LEVELS = 5

/** Expanding and pricing one big package, next to Medusa's totals of a cart with as many lines, by turns in one process. */
export default async function packageRule({ databases, prepared, sizes, step }) {
  const { ours, reference } = await step(`${CONTENTS} contents over ${LEVELS} levels`, async () => {
    const database = await databases.create(prepared.template)
    const input = { contents: CONTENTS, levels: LEVELS, rounds: sizes.reckonings, warmUp: sizes.reckoningsWarmUp }
    const output = await runScript(PROJECT, database, { script: "scripts/package-rule.ts", input })
    await databases.drop(database)
    return output
  })
  return [
    compare({
      name: `a package of ${CONTENTS} contents over ${LEVELS} levels, expanded and priced, median`,
      unit: "ms",
      ours,
      reference,
      reference_name: "Medusa's decorateCartTotals of a cart with as many lines",
      atMost: AT_MOST,
      samples: sizes.reckonings,
    }),
  ]
}
