import { runCommand } from "../../scripts/machine/run-command.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"

const WARM_UP = 10
const PAUSE_MS = 50
const CONTENTS = 20

/** A package of some contents, and as many lines in one call of Medusa's own workflow in a store without the plugin. */
export default async function packageAdd({ databases, sizes, step }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with a package and one without the plugin", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "many-lines"),
  ])
  const [ours] = stores
  for (const store of stores) {
    const { salesChannelId } = store.shop
    store.lines = await step(`${CONTENTS} articles in "${store.name}"`, () =>
      store.run("scripts/prepare-lines.ts", { salesChannelId, count: CONTENTS, isPackage: store === ours }),
    )
  }
  const add = ({ visitor, lines }) =>
    lines.packageVariantId ? visitor.addPackage(lines.packageVariantId, CONTENTS) : visitor.addLines(lines.variantIds)
  await step(`${sizes.additions} additions in each`, async () => {
    await byTurns(stores, { times: WARM_UP, pause: PAUSE_MS }, add)
    stores.forEach((store) => (store.samples = []))
    await byTurns(stores, { times: sizes.additions, pause: PAUSE_MS }, add)
  })
  await Promise.all(stores.map(({ stop }) => stop()))
  const [with_, without] = stores.map(({ samples }) => median(samples))
  return [
    compare({
      name: `adding a package of ${CONTENTS} contents, median`,
      unit: "ms",
      ours: with_,
      reference: without,
      reference_name: `Medusa's own addition of ${CONTENTS} lines in one call, without the plugin, interleaved`,
      atMost: 1.1,
      samples: sizes.additions,
    }),
  ]
}
