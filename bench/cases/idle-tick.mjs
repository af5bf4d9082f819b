import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_MS = 10

/** The scheduled job when nothing is due: its time, and the plans of its questions. */
export default async function idleTick({ databases, prepared, sizes, step, speed }) {
  const { milliseconds, sweepMilliseconds, reference, plans } = await step(
    `idle tick among ${sizes.idle}`,
    async () => {
      const database = await databases.create(prepared.template)
      const input = { world: prepared.world, count: sizes.idle, ticks: sizes.ticks }
      const output = await runScript(PROJECT, database, { script: "scripts/idle-tick.ts", input })
      await databases.drop(database)
      return output
    },
  )
  const scans = plans.filter((line) =>
    /seq scan on (billing_(subscription|renewal)|service_core_outbox_event)/i.test(line),
  )
  const limit = scaledLimit(GOAL_MS, speed)
  const figure = (name, ours) => ({
    name,
    unit: "ms",
    ours: Number(ours.toPrecision(3)),
    reference: Number(reference.toPrecision(3)),
    reference_name: "the one question whether anything is due, by sequential scan",
    ratio: Number((ours / reference).toPrecision(3)),
  })
  return [
    {
      ...figure(`idle tick among ${sizes.idle} subscriptions`, milliseconds),
      goal: `under ${limit.toFixed(1)} ms, by index scans`,
      met: milliseconds < limit && scans.length === 0,
      plan: plans,
    },
    {
      ...figure("idle sweep of orders", sweepMilliseconds),
      goal: `under ${limit.toFixed(1)} ms`,
      met: sweepMilliseconds < limit,
    },
  ]
}
