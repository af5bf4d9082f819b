import { runCommand } from "../../scripts/machine/run-command.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"

const WARM_UP = 10

const buyByTurns = (stores, times) => byTurns(stores, { times }, (store) => store.visitor.buy())

/** Buying a product that billing has nothing to do with, in a store with the plugin and in one without. */
export default async function checkout({ databases, sizes, step }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with the plugin and one without", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "plain"),
  ])
  await step(`${sizes.carts} purchases in each`, async () => {
    await buyByTurns(stores, WARM_UP)
    stores.forEach((store) => (store.samples = []))
    await buyByTurns(stores, sizes.carts)
  })
  await Promise.all(stores.map(({ stop }) => stop()))

  const [ours, reference] = stores.map(({ samples }) => samples)
  const figure = (name, part) =>
    compare({
      name,
      unit: "ms",
      ours: median(ours.map((sample) => sample[part])),
      reference: median(reference.map((sample) => sample[part])),
      reference_name: "the same store without the plugin, interleaved",
      atMost: 1.03,
      samples: sizes.carts,
    })
  return [
    figure("adding a plain product to the cart, median", "adding"),
    figure("completing a cart with a plain product, median", "completing"),
  ]
}
