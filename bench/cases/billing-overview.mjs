import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limits were set; elsewhere they are scaled by the machine's own speed. */
const OVERVIEW_MS = 300
const PREVIEW_MS = 50

/** The overview's questions among many subscriptions and renewals, and the preview of a change: the time of 95 in 100, and the plans. */
export default async function billingOverview({ databases, prepared, sizes, step, speed }) {
  const { overview, preview, plans } = await step(`${sizes.idle} subscriptions, ${sizes.past} renewals`, async () => {
    const database = await databases.create(prepared.template)
    const input = { world: prepared.world, count: sizes.idle, renewals: sizes.past, times: sizes.pages }
    const output = await runScript(PROJECT, database, { script: "scripts/billing-overview.ts", input })
    await databases.drop(database)
    return output
  })
  // The sums of all figures read all figures; what grows with the years is found by an index.
  const scans = plans.filter((line) => /seq scan on billing_(subscription|renewal) /i.test(`${line} `))
  const figure = (name, ms, goalMs) => {
    const limit = scaledLimit(goalMs, speed)
    return {
      name: `${name}, p95`,
      unit: "ms",
      ours: Number(ms.toPrecision(3)),
      reference: Number(limit.toPrecision(3)),
      reference_name: "the goal",
      ratio: Number((ms / limit).toPrecision(3)),
      goal: `under ${limit.toFixed(0)} ms, without a sequential scan of subscriptions and renewals`,
      met: ms < limit && scans.length === 0,
      plan: scans,
    }
  }
  return [
    figure(`overview of ${sizes.idle} subscriptions and ${sizes.past} renewals`, overview, OVERVIEW_MS),
    figure("preview of a change", preview, PREVIEW_MS),
  ]
}
