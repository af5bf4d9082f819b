import { runCommand } from "../../scripts/machine/run-command.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"

const WARM_UP = 10
const NO_PAUSE = 0

/** Completing a cart, whose order has its sale, and in the same store without the sales history. */
export default async function salesCompletion({ databases, sizes, step }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with the sales history and one without", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "without-sales"),
  ])
  const buyByTurns = async (times, pause) => {
    stores.forEach((store) => (store.samples = []))
    await byTurns(stores, { times, pause }, (store) => store.visitor.buy())
    return stores.map(({ samples }) => median(samples.map(({ completing }) => completing)))
  }
  await step("Warming up", () => buyByTurns(WARM_UP))
  const paused = await step(`${sizes.salesCarts} purchases in each`, () => buyByTurns(sizes.salesCarts))
  const hurried = await step(`${sizes.salesCarts} purchases in each, without a pause`, () =>
    buyByTurns(sizes.salesCarts, NO_PAUSE),
  )
  await Promise.all(stores.map(({ stop }) => stop()))
  const figure = (name, [ours, reference]) =>
    compare({
      ...{ name, unit: "ms", ours, reference },
      reference_name: "the same store without the sales history, interleaved",
      ...{ atMost: 1.05, samples: sizes.salesCarts },
    })
  return [
    figure("completing a cart with its sale, median", paused),
    figure("the same, the next purchase at once", hurried),
  ]
}
