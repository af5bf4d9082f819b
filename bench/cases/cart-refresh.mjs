import { runCommand } from "../../scripts/machine/run-command.mjs"
import { Stop } from "../../scripts/machine/say.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"

const WARM_UP = 20
const PAUSE_MS = 20
const LINES = 3

/** A refresh of a cart, in a store with the plugin and in the same store without the discounts' part of the refresh. */
export default async function cartRefresh({ databases, sizes, step }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with discounts and one without", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "without-discounts"),
  ])
  const [ours] = stores
  const rounds = [
    { name: "with no discount stored", total: 0, discounted: 0, atMost: 1.03 },
    {
      name: `with ${sizes.discounts} active discounts on the article`,
      total: sizes.discounts,
      discounted: LINES,
      atMost: 1.1,
    },
    {
      name: `with ${sizes.manyDiscounts} discounts stored`,
      total: sizes.manyDiscounts,
      discounted: LINES,
      atMost: 1.1,
    },
  ]
  const figures = []
  for (const { name, total, discounted, atMost } of rounds) {
    const input = { variantId: ours.shop.variantId, onArticle: Math.min(total, sizes.discounts), total }
    await step(`A cart ${name}`, () => ours.run("scripts/seed-discounts.ts", input))
    await step(`${sizes.refreshes} refreshes in each store`, () => refreshByTurns(stores, sizes.refreshes, discounted))
    const [with_, without] = stores.map(({ samples }) => median(samples.map(({ milliseconds }) => milliseconds)))
    figures.push(
      compare({
        name: `refreshing a cart ${name}, median`,
        unit: "ms",
        ours: with_,
        reference: without,
        reference_name: "the same store without the discounts' part of a refresh, interleaved",
        atMost,
        samples: sizes.refreshes,
      }),
    )
  }
  await Promise.all(stores.map(({ stop }) => stop()))
  return figures
}

async function refreshByTurns(stores, times, discounted) {
  for (const store of stores) {
    store.cartId = await store.visitor.fill(LINES)
  }
  const refresh = ({ visitor, cartId }, turn) => visitor.refresh(cartId, String(turn))
  await byTurns(stores, { times: WARM_UP, pause: PAUSE_MS }, refresh)
  stores.forEach((store) => (store.samples = []))
  await byTurns(stores, { times, pause: PAUSE_MS }, refresh)
  const expected = [discounted, 0]
  stores.forEach(({ name, samples }, index) => {
    if (samples.some((sample) => sample.discounted !== expected[index])) {
      throw new Stop(`${name}: a cart was to have discounts on ${expected[index]} lines`)
    }
  })
}
