import { PROJECT, runScript } from "../machine/medusa.mjs"

const GOAL_PER_SECOND = 500

/** How many subscriptions that owe a tick deals with, among many that do not, and the plans of its statements. */
export default async function dunningTick({ databases, prepared, sizes, step }) {
  const { perSecond, plans } = await step(`${sizes.dunned} that owe among ${sizes.idle}`, async () => {
    const database = await databases.create(prepared.template)
    const input = { world: prepared.world, count: sizes.idle, due: sizes.dunned }
    const output = await runScript(PROJECT, database, { script: "scripts/dunning-tick.ts", input })
    await databases.drop(database)
    return output
  })
  const scans = plans.filter((line) => /seq scan on billing_(subscription|renewal|charge_attempt|invoice)/i.test(line))
  return [
    {
      name: `dunning: ${sizes.dunned} due among ${sizes.idle} subscriptions`,
      unit: "subscriptions/s",
      ours: Math.round(perSecond),
      reference: GOAL_PER_SECOND,
      reference_name: "the goal",
      ratio: Number((perSecond / GOAL_PER_SECOND).toPrecision(3)),
      goal: `at least ${GOAL_PER_SECOND}/s without the provider's time, without a sequential scan`,
      met: perSecond >= GOAL_PER_SECOND && scans.length === 0,
      plan: plans,
    },
  ]
}
