import { PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"

const best = (runs) => runs.reduce((one, other) => (other.perSecond > one.perSecond ? other : one))

/** Renewals without their charge, next to Medusa's own bulk creation of the same orders; and at growing numbers. */
export default async function issuing({ databases, prepared, sizes, step }) {
  const { template, world } = prepared
  const issue = (script, count) =>
    step(`${script} ${count}`, async () => {
      const database = await databases.create(template)
      const input = { world, count, warmUp: sizes.warmUp }
      const output = await runScript(PROJECT, database, { script: `scripts/${script}.ts`, input })
      await databases.drop(database)
      return output
    })

  const rounds = []
  for (let round = 0; round < sizes.rounds; round++) {
    const reference = await issue("issue-reference", sizes.issuing)
    rounds.push({ ours: await issue("issue-ours", sizes.issuing), reference })
  }
  const ours = best(rounds.map((round) => round.ours))
  const reference = best(rounds.map((round) => round.reference))
  // Before and after: in the minutes between, the machine itself may have become slower or faster.
  const before = await issue("issue-ours", sizes.few)
  const many = await issue("issue-ours", sizes.many)
  const after = await issue("issue-ours", sizes.few)

  return [
    compare({
      name: `issuing ${sizes.issuing} renewals`,
      unit: "1/s",
      ours: ours.perSecond,
      reference: reference.perSecond,
      reference_name: "orderModuleService.createOrders of the same orders, same batches",
      atLeast: 0.6,
    }),
    compare({
      name: `issuing ${sizes.issuing} renewals: peak memory above start`,
      unit: "MB",
      ours: ours.peak,
      reference: reference.peak,
      reference_name: "orderModuleService.createOrders of the same orders, same batches",
      atMost: 1.3,
    }),
    compare({
      name: `issuing at ${sizes.many} subscriptions`,
      unit: "1/s",
      ours: many.perSecond,
      reference: (before.perSecond + after.perSecond) / 2,
      reference_name: `itself at ${sizes.few}, before and after`,
      atLeast: 0.9,
      peak_memory_mb: Math.round(many.peak),
    }),
  ]
}
