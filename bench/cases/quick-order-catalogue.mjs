import { runCommand } from "../../scripts/machine/run-command.mjs"
import { byTurns, median } from "../machine/by-turns.mjs"
import { CLI, PROJECT } from "../machine/medusa.mjs"
import { openStore } from "../machine/open-store.mjs"
import { compare } from "../machine/results.mjs"
import { scaledLimit } from "../machine/speed.mjs"

/** On the machine for which the limit was set; elsewhere it is scaled by the machine's own speed. */
const GOAL_MS = 200
const WARM_UP = 20
const PAUSE_MS = 20
const DISCOUNTS = 50
const ON_A_PAGE = 24

const rounded = (value) => Number(value.toPrecision(4))
const p95 = (values) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]

/** What Medusa answers of the products of a page of ours: what the page shows of them, and no more. */
const FIELDS = "id,title,subtitle,description,variants.id,variants.title,*variants.calculated_price"

/** Pages of a quick-order catalogue up to their first byte, and Medusa's own route of products in a store without the plugin. */
export default async function quickOrderCatalogue({ databases, sizes, step, speed }) {
  await step("Building the plugin", () =>
    runCommand([process.execPath, CLI, "plugin:build"], { cwd: PROJECT, quiet: true, mustPass: true }),
  )
  const stores = await step("Starting a store with the plugin and one without", async () => [
    await openStore(databases, "with-plugin"),
    await openStore(databases, "plain"),
  ])
  for (const store of stores) {
    const { salesChannelId, regionId } = store.shop
    const discounts = store === stores[0] ? DISCOUNTS : null
    const { token } = await step(`${sizes.products} products in "${store.name}"`, () =>
      store.run("scripts/prepare-catalogue.ts", { salesChannelId, products: sizes.products, discounts }),
    )
    const pages = Math.floor(sizes.products / ON_A_PAGE)
    const page = token
      ? await store.visitor.openPage(`/pages/quick-order/${token}`)
      : { path: `/store/products`, headers: store.shop.headers }
    const addressOf = token
      ? (turn) => `${page.path}?page=${1 + (turn % pages)}`
      : (turn) =>
          `${page.path}?region_id=${regionId}&order=title&limit=${ON_A_PAGE}&offset=${ON_A_PAGE * (turn % pages)}&fields=${FIELDS}`
    store.ask = (turn) => store.visitor.firstByte(addressOf(turn), page.headers)
  }
  await step(`${sizes.catalogues} pages of each`, async () => {
    await byTurns(stores, { times: WARM_UP, pause: PAUSE_MS }, (store, turn) => store.ask(turn))
    stores.forEach((store) => (store.samples = []))
    await byTurns(stores, { times: sizes.catalogues, pause: PAUSE_MS }, (store, turn) => store.ask(turn))
  })
  await Promise.all(stores.map(({ stop }) => stop()))
  const [ours, theirs] = stores.map(({ samples }) => samples)
  const limit = scaledLimit(GOAL_MS, speed)
  const of = `a quick-order page among ${sizes.products} products with ${DISCOUNTS} discounts, first byte`
  return [
    {
      name: `${of}, 95th percentile`,
      unit: "ms",
      ours: rounded(p95(ours)),
      reference: rounded(limit),
      reference_name: "the limit, scaled by the machine's own speed",
      ratio: rounded(p95(ours) / limit),
      goal: `under ${limit.toFixed(0)} ms`,
      met: p95(ours) < limit,
      samples: sizes.catalogues,
    },
    compare({
      name: `${of}, median`,
      unit: "ms",
      ours: median(ours),
      reference: median(theirs),
      reference_name: "Medusa's own store products of the same page, without the plugin, interleaved",
      atMost: 1.5,
      samples: sizes.catalogues,
    }),
  ]
}
