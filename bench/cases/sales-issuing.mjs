import { median } from "../machine/by-turns.mjs"
import { onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { compare } from "../machine/results.mjs"

/** Issuing renewals with their sales, and without, by turns of one batch in one process. */
export default async function salesIssuing(bench) {
  const { sizes } = bench
  const { ours, reference } = await onFreshDatabase(bench)("issue-sales", { count: sizes.salesRenewals })
  return [
    compare({
      name: `issuing ${sizes.salesRenewals} renewals with their sales, half of them`,
      unit: "1/s",
      ours: median(ours),
      reference: median(reference),
      reference_name: "the other half without sales, a batch by turns",
      atLeast: 0.9,
    }),
  ]
}
