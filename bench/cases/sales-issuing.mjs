import { onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { median } from "../machine/by-turns.mjs"
import { compare } from "../machine/results.mjs"

/** Issuing renewals with their sales, and without, by turns. */
export default async function salesIssuing(bench) {
  const { sizes } = bench
  const run = onFreshDatabase(bench)
  const [ours, reference] = [[], []]
  for (let round = 0; round < sizes.salesRounds; round++) {
    ours.push((await run("issue-sales", { count: sizes.salesRenewals, sales: true })).perSecond)
    reference.push((await run("issue-sales", { count: sizes.salesRenewals, sales: false })).perSecond)
  }
  return [
    compare({
      name: `issuing ${sizes.salesRenewals} renewals with their sales`,
      unit: "1/s",
      ours: median(ours),
      reference: median(reference),
      reference_name: "the same without sales, by turns",
      atLeast: 0.9,
    }),
  ]
}
