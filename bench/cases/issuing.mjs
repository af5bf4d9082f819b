import { onFreshDatabase } from "../machine/on-fresh-database.mjs"
import { compare } from "../machine/results.mjs"

const best = (runs) => runs.reduce((one, other) => (other.perSecond > one.perSecond ? other : one))

/** Renewals without their charge, next to Medusa's own bulk creation of the same orders. */
export default async function issuing(bench) {
  const { sizes } = bench
  const run = onFreshDatabase(bench)
  const rounds = []
  for (let round = 0; round < sizes.rounds; round++) {
    const reference = await run("issue-reference", { count: sizes.issuing })
    rounds.push({ reference, ours: await run("issue-ours", { count: sizes.issuing }) })
  }
  const ours = best(rounds.map((round) => round.ours))
  const reference = best(rounds.map((round) => round.reference))
  const reference_name = "orderModuleService.createOrders of the same orders, same batches"
  return [
    compare({
      name: `issuing ${sizes.issuing} renewals`,
      unit: "1/s",
      ours: ours.perSecond,
      reference: reference.perSecond,
      reference_name,
      atLeast: 0.6,
    }),
    compare({
      name: `issuing ${sizes.issuing} renewals: peak memory above start`,
      unit: "MB",
      ours: ours.peak,
      reference: reference.peak,
      reference_name,
      atMost: 1.3,
    }),
  ]
}
