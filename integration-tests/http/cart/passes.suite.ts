import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../../src/modules/core"
import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { amountsPass } from "../../../src/workflows/cart/amounts-pass"
import { undoChanges } from "../../../src/workflows/cart/apply-changes"
import { completionPass, releaseReservations } from "../../../src/workflows/cart/completion-pass"
import { linesPass } from "../../../src/workflows/cart/lines-pass"
import type { MedusaCart } from "../../../src/workflows/cart/medusa-cart"
import { addPackageToCartWorkflow } from "../../../src/workflows/packages/cart/add-package-to-cart"
import { CART_ROOMS } from "../../../src/workflows/rooms"
import { CartClient } from "../../support/cart-client"
import { createDiscountShop, given, type DiscountShop } from "../../support/create-discount-shop"
import { createOfferedProduct } from "../../support/create-offered-product"
import { giveArticle, givePackage } from "../../support/give-package"
import { giveDiscount, giveOrderDiscount, makeEligible } from "../../support/give-discount"
import { storeSuite } from "../../support/store-suite"

/** What core's refresh steps hand to the amounts pass, and what its completion hands to the last one. */
const HANDED = [
  "id",
  "email",
  "currency_code",
  "locale",
  "region_id",
  "completed_at",
  "sales_channel_id",
  "item_total",
  "items.*",
  "items.product.id",
  "items.product.collection_id",
  "items.product.categories.id",
  "items.adjustments.*",
  "items.tax_lines.*",
  "customer.*",
  "customer.groups.*",
]
const COMPLETED = ["id", "email", "currency_code", "locale", "completed_at", "sales_channel_id", "total"].concat([
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "customer.*",
  "region.*",
])

/** Statements on the plugin's own tables. */
const OWN = /service_core_|billing_(?!address)|discounts_|customers_/

interface Counted {
  all: number
  /** Reads of the cart's own row. */
  loads: number
  writes: number
}

export const passesSuite = storeSuite(__filename, (store) => {
  let shop: DiscountShop
  let shopper: CartClient
  let monthly: string

  beforeAll(async () => {
    shop = await createDiscountShop(store)
    const hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: shop.world.salesChannelId,
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 }, setupFees: { eur: "5.00" } },
      ],
      trialDays: 14,
    })
    monthly = hosting.variants.Monthly ?? ""
    shopper = new CartClient(store, shop.world, shop.clara.headers)
  })

  const giveDiscounts = async () => {
    await giveDiscount(store.container(), {
      rules: [{ value: "10" }],
      on: [{ level: "variant", target_id: shop.service }],
    })
    await giveOrderDiscount(store.container(), { ranges: [{ currency_code: "eur", percent: "5" }] })
    await makeEligible(store.container(), shop.service)
  }

  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const seen: string[] = []
    const listen = ({ sql }: { sql: string }) => seen.push(sql)
    store.knex().on("query", listen)
    await work()
    store.knex().removeListener("query", listen)
    return seen.filter((sql) => !/^(begin|commit|rollback)/i.test(sql))
  }

  const count = async (work: () => Promise<unknown>): Promise<Counted> => {
    const statements = await statementsOf(work)
    return {
      all: statements.length,
      loads: statements.filter((sql) => /^select .* from "cart" /.test(sql)).length,
      writes: statements.filter((sql) => /^(insert|update|delete)/i.test(sql)).length,
    }
  }

  const read = async (id: string, fields: string[]): Promise<MedusaCart> => {
    const query = store.container().resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: "cart", fields, filters: { id } })
    return data[0]
  }

  /** The three passes over an unchanged cart. */
  const passes = async (id: string) => {
    await store.settled()
    const container = store.container()
    const [handed, completed] = [await read(id, HANDED), await read(id, COMPLETED)]
    const added = (handed.items ?? []).map((item) => ({ id: item.id, product_id: item.product_id }))
    let taken: Awaited<ReturnType<typeof completionPass>> = []
    const counted = {
      lines: await count(() => linesPass(container, { cartId: id, added }, CART_ROOMS)),
      amounts: await count(() => amountsPass(container, { cart: handed }, CART_ROOMS)),
      completion: await count(async () => {
        taken = await completionPass(container, completed, CART_ROOMS)
      }),
    }
    await releaseReservations(container, taken, CART_ROOMS)
    return counted
  }

  const fill = async (...variants: string[]) => {
    const { id } = await shopper.create("de")
    for (const variant_id of variants) {
      await shopper.add(id, { variant_id, quantity: 1 })
    }
    return shopper.read(id)
  }

  const atMost = (counted: Counted, most: Counted) => {
    expect({ counted, isWithin: counted.all <= most.all }).toEqual({ counted, isWithin: true })
    expect({ loads: counted.loads, writes: counted.writes }).toEqual({ loads: most.loads, writes: most.writes })
  }

  it("decision 17: a cart of plain goods costs one statement a pass", async () => {
    const { lines, amounts, completion } = await passes((await fill(shop.service)).id)
    for (const counted of [lines, amounts, completion]) {
      expect(counted).toEqual({ all: 1, loads: 0, writes: 0 })
    }
  })

  it("decision 17, 18: a plain purchase asks three statements of its own to add a product; its order is taken in one and finished in one", async () => {
    const { id } = await shopper.create("de")
    await store.settled()
    const added = await statementsOf(() => shopper.add(id, { variant_id: shop.service, quantity: 1 }))
    expect(added.filter((sql) => OWN.test(sql)).length).toBeLessThanOrEqual(3)
    const completed = await statementsOf(() => shopper.complete(id))
    const asked = (what: RegExp) => completed.filter((sql) => what.test(sql)).length
    expect({
      facts: asked(/from service_core_cart_facts/),
      discounts: asked(/as holds/),
      taken: asked(/from service_core_take_order_tasks/),
      finished: asked(/update service_core_order_task/),
    }).toEqual({ facts: 1, discounts: 1, taken: 1, finished: 1 })
  })

  it("decision 105: a package of ten contents is added by few statements more than ten lines", async () => {
    const { salesChannelId } = shop.world
    const contents = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        giveArticle(store.container(), { title: `Content ${index}`, salesChannelId, prices: { eur: 5 } }),
      ),
    )
    const { variantId: variant_id } = await givePackage(store.container(), {
      ...{ title: "Pack", salesChannelId, prices: { eur: 0 }, pricing: "contents_all", entries: contents },
    })
    const [one, other] = [await shopper.create("de"), await shopper.create("de")]
    const items = contents.map((content) => ({ variant_id: content.variantId, quantity: 1 }))
    await store.settled()
    const lines = await statementsOf(() =>
      addToCartWorkflow(store.container()).run({ input: { cart_id: one.id, items } }),
    )
    const body = { variant_id, quantity: 1 }
    const pack = await statementsOf(() =>
      addPackageToCartWorkflow(store.container()).run({ input: { cart_id: other.id, ...body } }),
    )
    expect(pack.length - lines.length).toBeLessThanOrEqual(27)
    expect((await shopper.read(other.id)).items?.length).toBe(11)
    expect((await shopper.read(other.id)).item_subtotal).toBe(50)
  })

  it("decision 6: two additions of an offer at once are one line, as Medusa's own are", async () => {
    const { id } = await shopper.create("de")
    await Promise.all([1, 2].map((quantity) => shopper.add(id, { variant_id: monthly, quantity })))
    const lines = (await shopper.read(id)).items?.map(({ title, quantity }) => `${quantity} ${title}`)
    expect(lines?.sort()).toEqual(["3 Hosting", "3 Set-up fee: Hosting"])
  })

  it("decision 17: a cart of offers is read once by the first pass and never by the others, and nothing is written twice", async () => {
    const { lines, amounts, completion } = await passes((await fill(shop.service, monthly)).id)
    atMost(lines, { all: 13, loads: 1, writes: 0 })
    atMost(amounts, { all: 10, loads: 0, writes: 0 })
    // It reserves the trial.
    atMost(completion, { all: 11, loads: 0, writes: 1 })
  })

  it("decision 17: discounts cost four statements more while nothing changes: candidates, the customer's terms, the date, sales that are on", async () => {
    await giveDiscounts()
    const cart = await fill(shop.service)
    expect(given(cart)).toEqual({ Advice: ["Discount 4.50", "Discount 9.00"] })
    const { lines, amounts, completion } = await passes(cart.id)
    atMost(lines, { all: 1, loads: 0, writes: 0 })
    atMost(amounts, { all: 5, loads: 0, writes: 0 })
    // It writes the record of the sale and takes the uses, in one transaction.
    expect(completion.all).toBeLessThanOrEqual(19)
    expect(completion.loads).toBe(0)
  })

  it("decision 17: all of them together, each read once", async () => {
    await giveDiscounts()
    const { lines, amounts } = await passes((await fill(shop.service, monthly)).id)
    atMost(lines, { all: 13, loads: 1, writes: 0 })
    atMost(amounts, { all: 14, loads: 0, writes: 0 })
  })

  /** A cart's lines, what is off them and their records, as far as a buyer or an order could tell. */
  const stateOf = async (id: string) => {
    const { items = [] } = await read(id, HANDED)
    const { knex } = store.container().resolve<CoreModuleService>(CORE_MODULE).db
    return {
      lines: items
        .map(({ id: lineId, title, quantity, unit_price, metadata }) =>
          JSON.stringify([lineId, title, Number(quantity), Number(unit_price), metadata ?? null]),
        )
        .sort(),
      adjustments: items
        .flatMap(({ id: lineId, adjustments }) =>
          (adjustments ?? []).map((one) => `${lineId} ${one.id} ${one.description} ${Number(one.amount)}`),
        )
        .sort(),
      records: (await readLineRecords(knex, id)).map((record) => JSON.stringify(record)).sort(),
    }
  }

  it("decision 17: the amounts pass can do everything alone, a second one finds nothing, and its undo takes all of it back", async () => {
    const container = store.container()
    const carts = container.resolve(Modules.CART)
    const cart = await fill(shop.service, monthly)
    const fee = cart.items?.find(({ variant_id }) => !variant_id)?.id ?? ""
    const hosting = cart.items?.find(({ variant_id }) => variant_id === monthly)
    const sound = await stateOf(cart.id)
    // Past the routes: the fee goes, the product loses its key and its trial.
    await carts.deleteLineItems([fee])
    await carts.deleteLineItemAdjustments((hosting?.adjustments ?? []).map(({ id }) => id))
    await carts.updateLineItems([{ id: hosting?.id ?? "", quantity: 3, metadata: { service_commerce_key: "forged" } }])
    await giveDiscounts()
    const broken = await stateOf(cart.id)

    const { items, undo } = await amountsPass(container, { cart: await read(cart.id, HANDED) }, CART_ROOMS)
    const mended = await read(cart.id, HANDED)
    const seen = (mended.items ?? []).map(({ title, quantity, adjustments }) => [
      title,
      Number(quantity),
      (adjustments ?? []).map(({ description, amount }) => `${description} ${Number(amount)}`).sort(),
    ])
    expect(seen.sort()).toEqual([
      ["Advice", 1, ["Discount 4.5", "Discount 9"]],
      ["Hosting", 3, ["Free trial, 14 days 30"]],
      ["Set-up fee: Hosting", 3, []],
    ])
    // Promotions are shown all three, less what is off them: 90 − 13.50, nothing, and the whole fee.
    expect((items ?? []).map(({ subtotal }) => Number(subtotal)).sort((a, b) => a - b)).toEqual([0, 15, 76.5])
    const again = await amountsPass(container, { cart: mended }, CART_ROOMS)
    expect(again.undo).toBeNull()

    if (undo) {
      await undoChanges(container, undo)
    }
    expect(await stateOf(cart.id)).toEqual(broken)
    expect(broken).not.toEqual(sound)
  })
})
