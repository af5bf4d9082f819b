import { besideFew, onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { compare } from "../machine/results.mjs"

/** Issuing at growing numbers of subscriptions. */
export default async function issuingFlat(bench) {
  const { few, many } = bench.sizes
  const { output, reference } = await besideFew(onFreshDatabase(bench), "issue-ours", { few, many })
  return [
    compare({
      name: `issuing at ${many} subscriptions`,
      unit: "1/s",
      ours: output.perSecond,
      reference,
      reference_name: `itself at ${few}, before and after`,
      atLeast: 0.9,
      peak_memory_mb: Math.round(output.peak),
    }),
  ]
}
