import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { runCommand } from "../../scripts/machine/run-command.mjs"
import { CLI, migrate, PROJECT, runScript } from "../machine/medusa.mjs"
import { compare } from "../machine/results.mjs"
import { startStore } from "../machine/start-store.mjs"
import { Visitor } from "../machine/visitor.mjs"

const storeAt = (name) => join(PROJECT, "bench", "stores", name)

/** What a store does after its answer (subscribers) is over before the other store is asked. */
const PAUSE_MS = 150
const WARM_UP = 10

async function openStore(databases, name) {
  const store = storeAt(name)
  const database = await databases.create()
  await migrate(store, database)
  const shop = await runScript(store, database, { script: "scripts/prepare-shop.ts" })
  const { address, stop } = await startStore(store, database)
  return { name, visitor: new Visitor(address, shop), stop, samples: [] }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** The stores by turns, the first one changing, so that neither has the quieter moments. */
async function buyByTurns(stores, times) {
  for (let turn = 0; turn < times; turn++) {
    for (const store of turn % 2 ? stores : stores.toReversed()) {
      store.samples.push(await store.visitor.buy())
      await sleep(PAUSE_MS)
    }
  }
}

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
      atMost: 1.1,
      samples: sizes.carts,
    })
  return [
    figure("adding a plain product to the cart, median", "adding"),
    figure("completing a cart with a plain product, median", "completing"),
  ]
}
