import { PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limits were set; elsewhere they are scaled by the machine's own speed. */
const GOAL_MS = 150
const CHECKPOINT_S = 10

/** Less than this is what any page of rows takes. */
const LEAST_MB = 16

const SCAN = /seq scan on (sales_(sale|event|head|snapshot)\b|customers_(profile|customer)\b)/i

/** What the history answers among a million sales; its file, and checkpoints over as many heads. */
export default async function salesHistory({ databases, prepared, sizes, step, speed }) {
  const { answers, few, many, firstCheckpoint, nextCheckpoint } = await step(
    `sales history of ${sizes.sales}`,
    async () => {
      const database = await databases.create(prepared.template)
      const input = { count: sizes.sales, pages: sizes.pages }
      const output = await runScript(PROJECT, database, { script: "scripts/sales-history.ts", input })
      await databases.drop(database)
      return output
    },
  )
  const under = ({ name, value, limit, unit, plan = [] }) => ({
    ...{
      name,
      unit,
      ours: Number(value.toPrecision(3)),
      reference: Number(limit.toPrecision(3)),
      reference_name: "the goal",
    },
    ratio: Number((value / limit).toPrecision(3)),
    goal: plan.length ? "no sequential scan" : `under ${limit.toPrecision(3)} ${unit}`,
    met: value < limit && plan.length === 0,
    plan,
  })
  const asked = answers.map(({ name, p95, plans }) =>
    under({
      name: `sales history of ${sizes.sales}, ${name}, p95`,
      ...{ value: p95, limit: scaledLimit(GOAL_MS, speed), unit: "ms", plan: plans.filter((line) => SCAN.test(line)) },
    }),
  )
  const limit = scaledLimit(CHECKPOINT_S, speed)
  return [
    ...asked,
    under({
      name: `the first checkpoint, over ${sizes.sales} heads`,
      value: firstCheckpoint,
      limit,
      unit: "s",
    }),
    under({ name: `a checkpoint over ${sizes.sales} heads`, value: nextCheckpoint, limit, unit: "s" }),
    compare({
      name: `CSV of ${many.rows} rows in ${many.seconds.toFixed(0)} s: peak memory above start`,
      unit: "MB",
      ours: many.peak,
      reference: Math.max(few.peak, LEAST_MB),
      reference_name: `itself of ${few.rows} rows, at least ${LEAST_MB}`,
      atMost: 1.3,
    }),
  ]
}
