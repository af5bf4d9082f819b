import { besideFew, onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { compare } from "../machine/results.mjs"

/** Whole renewals at growing numbers of subscriptions. */
export default async function chargingFlat(bench) {
  const { renewals: few, manyRenewals: many } = bench.sizes
  const { output, reference } = await besideFew(onFreshDatabase(bench), "renew-ours", { few, many })
  return [
    compare({
      name: `whole renewals, ${many}`,
      unit: "1/s",
      ours: output.perSecond,
      reference,
      reference_name: `itself at ${few}, before and after`,
      atLeast: 0.9,
    }),
  ]
}
