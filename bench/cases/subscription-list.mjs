import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_MS = 100

/** A page of the list of subscriptions, whole, filtered and searched: the time of 95 in 100, and the plans. */
export default async function subscriptionList({ databases, prepared, sizes, step, speed }) {
  const { pages } = await step(`subscription list of ${sizes.subscriptions}`, async () => {
    const database = await databases.create(prepared.template)
    const input = { count: sizes.subscriptions, pages: sizes.pages }
    const output = await runScript(PROJECT, database, { script: "scripts/subscription-list.ts", input })
    await databases.drop(database)
    return output
  })
  const limit = scaledLimit(GOAL_MS, speed)
  const scansOf = (plans) => plans.filter((line) => /seq scan on (billing_|customer)/i.test(line))
  return pages.map(({ name, p95, reference, plans }) => ({
    name: `subscription list of ${sizes.subscriptions}, ${name}, p95`,
    unit: "ms",
    ours: Number(p95.toPrecision(3)),
    reference: Number(reference.toPrecision(3)),
    reference_name: "the same page by sequential scan, once",
    ratio: Number((p95 / reference).toPrecision(3)),
    goal: `under ${limit.toFixed(0)} ms${plans.length ? ", without a sequential scan" : ""}`,
    met: p95 < limit && scansOf(plans).length === 0,
    plan: scansOf(plans),
  }))
}
