import { PROJECT, runScript } from "../machine/medusa.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_MS = 60_000

/** A file of subscriptions with as many new customers: its dry run, the import, and the same file once more. */
export default async function moveIn({ databases, prepared, sizes, step, speed }) {
  const { dry, first, again } = await step(`moving in ${sizes.moved} subscriptions`, async () => {
    const database = await databases.create(prepared.template)
    const input = { world: prepared.world, count: sizes.moved }
    const output = await runScript(PROJECT, database, { script: "scripts/move-in.ts", input })
    await databases.drop(database)
    return output
  })
  const limit = scaledLimit(GOAL_MS, speed) / 1000
  const figure = (name, seconds) => ({
    name: `${name} of ${sizes.moved} subscriptions`,
    unit: "s",
    ours: Number(seconds.toPrecision(3)),
    reference: Number(limit.toPrecision(3)),
    reference_name: "the goal",
    ratio: Number((seconds / limit).toPrecision(3)),
    goal: `under ${limit.toFixed(0)} s`,
    met: seconds < limit,
  })
  return [
    figure("the dry run of a file", dry),
    figure("moving in a file", first),
    figure("the same file once more,", again),
  ]
}
