import { runCommand } from "../../scripts/machine/run-command.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_MS = 150
const CONTENTS = 200
const DEPTHS = [1, 5]
const WARM_UP = 10

const rounded = (value) => Number(value.toPrecision(4))
const p95 = (values) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]

/** The breakdown's route for a big package: its time, and how many statements it takes at different depths. */
export default async function packageBreakdown({ databases, sizes, step, speed }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const store = await step("Starting a store", () => openStore(databases, "with-plugin"))
  const { packages, headers } = await step(`Packages of ${CONTENTS} contents`, () => {
    const { salesChannelId } = store.shop
    return store.run("scripts/prepare-breakdowns.ts", { salesChannelId, contents: CONTENTS, depths: DEPTHS })
  })
  const [flat, ...nested] = packages
  const limit = scaledLimit(GOAL_MS, speed)
  const figures = []
  for (const { depth, productId, statements } of packages) {
    const samples = await step(`${sizes.breakdowns} breakdowns over ${depth} levels`, async () => {
      const ask = () => store.visitor.breakdown(productId, headers)
      for (let turn = 0; turn < WARM_UP; turn++) {
        await ask()
      }
      const taken = []
      for (let turn = 0; turn < sizes.breakdowns; turn++) {
        taken.push(await ask())
      }
      return taken
    })
    const slow = p95(samples)
    figures.push({
      name: `breakdown of ${CONTENTS} contents over ${depth} levels, 95th percentile`,
      unit: "ms",
      ours: rounded(slow),
      reference: rounded(limit),
      reference_name: "the limit, scaled by the machine's own speed",
      ratio: rounded(slow / limit),
      goal: `under ${limit.toFixed(0)} ms`,
      met: slow < limit,
      samples: sizes.breakdowns,
      statements,
    })
  }
  await store.stop()
  const most = Math.max(...nested.map(({ statements }) => statements))
  figures.push({
    name: `statements of a breakdown of ${CONTENTS} contents over ${Math.max(...DEPTHS)} levels`,
    unit: "statements",
    ours: most,
    reference: flat.statements,
    reference_name: "the same over one level",
    ratio: rounded(most / flat.statements),
    goal: "no more",
    met: most <= flat.statements,
  })
  return figures
}
