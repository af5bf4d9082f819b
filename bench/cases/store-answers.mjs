import { runCommand } from "../../scripts/machine/run-command.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"

const WARM_UP = 20
const PAUSE_MS = 10
const LINES = 3

/** Store answers without hidden lines, in a store with the plugin and in the same store without the look at them. */
export default async function storeAnswers({ databases, sizes, step }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with the look at answers and one without", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "without-pruning"),
  ])
  const rounds = [
    { name: `a cart of ${LINES} lines`, pathOf: async ({ visitor }) => `/store/carts/${await visitor.fill(LINES)}` },
    {
      name: "an order",
      pathOf: async ({ visitor }) => `/store/orders/${(await visitor.buy()).orderId}`,
    },
  ]
  const figures = []
  for (const { name, pathOf } of rounds) {
    for (const store of stores) {
      store.path = await pathOf(store)
    }
    await step(`${sizes.answers} answers of ${name} in each store`, () => readByTurns(stores, sizes.answers))
    const [ours, reference] = stores.map(({ samples }) => median(samples))
    figures.push(
      compare({
        name: `reading ${name} without hidden lines, median`,
        unit: "ms",
        ours,
        reference,
        reference_name: "the same store without the look at its answers, interleaved",
        atMost: 1.03,
        samples: sizes.answers,
      }),
    )
  }
  await Promise.all(stores.map(({ stop }) => stop()))
  return figures
}

async function readByTurns(stores, times) {
  const read = ({ visitor, path }) => visitor.read(path)
  await byTurns(stores, { times: WARM_UP, pause: PAUSE_MS }, read)
  stores.forEach((store) => (store.samples = []))
  await byTurns(stores, { times, pause: PAUSE_MS }, read)
}
