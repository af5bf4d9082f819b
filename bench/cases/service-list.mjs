import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_MS = 100

/** A page of the list of services, whole and by each filter: the time of 95 in 100. */
export default async function serviceList({ databases, prepared, sizes, step, speed }) {
  const { pages } = await step(`service list of ${sizes.services}`, async () => {
    const database = await databases.create(prepared.template)
    const input = { count: sizes.services, pages: sizes.pages }
    const output = await runScript(PROJECT, database, { script: "scripts/service-list.ts", input })
    await databases.drop(database)
    return output
  })
  const limit = scaledLimit(GOAL_MS, speed)
  return pages.map(({ name, p95 }) => ({
    name: `service list of ${sizes.services}, ${name}, p95`,
    unit: "ms",
    ours: Number(p95.toPrecision(3)),
    reference: Number(limit.toPrecision(3)),
    reference_name: "the goal",
    ratio: Number((p95 / limit).toPrecision(3)),
    goal: `under ${limit.toFixed(0)} ms`,
    met: p95 < limit,
  }))
}
