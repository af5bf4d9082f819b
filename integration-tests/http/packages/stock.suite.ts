import { checkStockOfCart } from "../../../src/workflows/packages/stock/check-stock-of-cart"
import { holdStockOfCart } from "../../../src/workflows/packages/stock/hold-stock-of-cart"

import { releaseStockOfCart } from "../../../src/workflows/packages/stock/release-stock-of-cart"
import { sweepStock } from "../../../src/workflows/packages/stock/sweep-stock"
import type { CartStockLine } from "../../../src/rules/packages"
import { countPassed } from "../../support/count-passed"
import { createStockedProduct, type StockedProduct } from "../../support/create-stocked-product"
import { createWorld, type World } from "../../support/create-world"
import { july } from "../../support/july"
import { storeSuite } from "../../support/store-suite"

export const stockSuite = storeSuite(__filename, (store) => {
  let world: World
  let here: string
  let chair: StockedProduct
  let lamp: StockedProduct
  let tent: StockedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    here = world.shipping.stockLocationId
    chair = await createStockedProduct(store.container(), world, { title: "Chair", stock: { [here]: 5 } })
    lamp = await createStockedProduct(store.container(), world, { title: "Lamp", stock: { [here]: 1 } })
    tent = await createStockedProduct(store.container(), world, { title: "Tent", stock: { [here]: 3 } })
  })

  const line = (of: StockedProduct, quantity: number, more: Partial<CartStockLine> = {}): CartStockLine => ({
    lineId: `${of.title} ${quantity}`,
    variantId: of.variantId,
    quantity: String(quantity),
    period: null,
    isDependent: false,
    ...more,
  })
  const order = (id: string, lines: CartStockLine[]) => ({ id, salesChannelId: world.salesChannelId, lines })
  const hold = (id: string, ...lines: CartStockLine[]) => holdStockOfCart(store.container(), order(id, lines))
  const check = (id: string, ...lines: CartStockLine[]) => checkStockOfCart(store.container(), order(id, lines))
  const bookings = () => store.knex()("packages_booking").orderBy("id")

  it("PK6: two lines that share one inventory item, stock 5, need 3 + 3: refused", async () => {
    const engraved = await createStockedProduct(store.container(), world, {
      title: "Engraved chair",
      items: { [chair.inventoryItemId]: 1 },
    })
    await expect(hold("cart_1", line(chair, 3), line(engraved, 3))).rejects.toThrow(
      /^items: There is not enough of ".*hair" in stock: 3 are asked, 2 are free$/,
    )
    await expect(hold("cart_1", line(chair, 3), line(chair, 3, { lineId: "again" }))).rejects.toThrow(/not enough/)
    expect(await bookings()).toEqual([])
    await hold("cart_1", line(chair, 3), line(engraved, 2))
    expect((await bookings()).map(({ quantity }) => Number(quantity)).sort()).toEqual([2, 3])
  })

  it("PK6: a kit asks for all that it is made of", async () => {
    const set = await createStockedProduct(store.container(), world, {
      title: "Set",
      items: { [chair.inventoryItemId]: 2, [lamp.inventoryItemId]: 1 },
    })
    await expect(hold("cart_1", line(set, 1), line(chair, 4))).rejects.toThrow(/4 are asked|2 are asked/)
    await expect(hold("cart_1", line(set, 2))).rejects.toThrow(/2 are asked, 1 are free/)
    expect((await hold("cart_1", line(set, 1), line(chair, 3))).holds).toHaveLength(3)
  })

  it("PK7: a package of chair and lamp in the cart, then the lamp alone: refused, and the other way round", async () => {
    const contents = [
      line(chair, 1, { lineId: "c", isDependent: true }),
      line(lamp, 1, { lineId: "l", isDependent: true }),
    ]
    await check("cart_1", ...contents)
    await check("cart_1", line(lamp, 1))
    for (const lines of [
      [...contents, line(lamp, 1)],
      [line(lamp, 1), ...contents],
    ]) {
      await expect(check("cart_1", ...lines)).rejects.toThrow(/not enough/)
      await expect(hold("cart_1", ...lines)).rejects.toThrow(/not enough/)
    }
    // In another cart, too, as soon as one of them is completed.
    await hold("cart_1", ...contents)
    await expect(check("cart_2", line(lamp, 1))).rejects.toThrow(/"Lamp" in stock: 1 are asked, 0 are free/)
    await check("cart_1", ...contents)
  })

  it("a content that is short is not named, as the customer may not see it", async () => {
    await expect(check("cart_1", line(lamp, 2, { isDependent: true, period: july(1, 2) }))).rejects.toThrow(
      `items: There is not enough in stock for a package from ${july(1, 2).from} to ${july(1, 2).to}`,
    )
  })

  it("PK8: of 3 units, four overlapping rentals from four workers at once: exactly three", async () => {
    const rent = (id: number) => hold(`cart_${id}`, line(tent, 1, { period: july(id, 10 + id) }))
    expect(await countPassed([1, 2, 3, 4].map(rent))).toBe(3)
    await expect(hold("cart_5", line(tent, 1, { period: july(9, 12) }))).rejects.toThrow(/1 are asked, 0 are free from/)
    // What touches is free: one of them ends at the latest on the fourteenth, at ten.
    await hold("cart_6", line(tent, 3, { period: july(14, 20) }))
    // What is sold for good must be free of what is rented later.
    await expect(hold("cart_7", line(tent, 1))).rejects.toThrow(/not enough/)
  })

  it("P18: a buffer before and after", async () => {
    await store
      .knex()("packages_article")
      .insert({
        ...{ id: "part_1", variant_id: tent.variantId, product_id: tent.productId, unit: "day" },
        ...{ buffer_before_minutes: 60, buffer_after_minutes: 24 * 60 },
      })
    await hold("cart_1", line(tent, 3, { period: july(5, 8) }))
    await expect(hold("cart_2", line(tent, 1, { period: july(8, 9) }))).rejects.toThrow(/not enough/)
    await expect(hold("cart_2", line(tent, 1, { period: july(3, 5) }))).rejects.toThrow(/not enough/)
    await hold("cart_2", line(tent, 1, { period: july(10, 12) }))
    const [first] = await bookings()
    expect(first).toMatchObject({
      starts_at: new Date(july(5, 8).from),
      blocked_from: new Date(july(5, 6).from.replace("T10", "T09")),
      blocked_to: new Date(july(9, 10).from),
    })
  })

  it("ten carts at once for a stock of four: exactly four", async () => {
    const four = await createStockedProduct(store.container(), world, { title: "Four", stock: { [here]: 4 } })
    const ask = (id: number) => hold(`cart_${id}`, id % 2 ? line(four, 1) : line(four, 1, { period: july(1, 3) }))
    expect(await countPassed(Array.from({ length: 10 }, (_, id) => ask(id)))).toBe(4)
    expect(await bookings()).toHaveLength(4)
  })

  it("twenty clients with ten items each, in any order: no deadlock, and exactly the stock", async () => {
    const items = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        createStockedProduct(store.container(), world, { title: `Item ${index}`, stock: { [here]: 15 } }),
      ),
    )
    const turned = (by: number) => [...items.slice(by % 12), ...items.slice(0, by % 12)].slice(0, 10)
    const ask = (client: number) =>
      hold(
        `cart_${client}`,
        ...(client % 2 ? turned(client).reverse() : turned(client)).map((item) =>
          line(item, 1, { period: july(1, 5) }),
        ),
      )
    await countPassed(Array.from({ length: 20 }, (_, client) => ask(client)))
    const { rows } = await store
      .knex()
      .raw(`select inventory_item_id, sum(quantity) as taken from packages_booking group by 1 order by 2 desc`)
    expect(rows).toHaveLength(12)
    expect(Number(rows[0].taken)).toBe(15)
  })

  it("a cart's next try replaces what it held, and a release gives it back", async () => {
    await hold("cart_1", line(chair, 4))
    const again = await hold("cart_1", line(chair, 5))
    expect((await bookings()).map(({ quantity }) => Number(quantity))).toEqual([5])
    await expect(hold("cart_2", line(chair, 1))).rejects.toThrow(/not enough/)
    await releaseStockOfCart(store.container(), again)
    await releaseStockOfCart(store.container(), again)
    await hold("cart_2", line(chair, 5))
  })

  it("a hold that has expired does not count, and the sweep deletes it; of an order that is placed, its period does", async () => {
    await hold("cart_1", line(chair, 5))
    await store
      .knex()("packages_booking")
      .update({ expires_at: new Date(0) })
    await hold("cart_2", line(chair, 5))
    expect(await sweepStock(store.container())).toEqual({ expired: 1, over: 0 })

    await store.knex()("cart").insert({ id: "cart_3", currency_code: "eur", completed_at: new Date() })
    await hold("cart_3", line(tent, 3, { period: july(1, 3) }))
    await store
      .knex()("packages_booking")
      .update({ expires_at: new Date(0) })
    await expect(hold("cart_4", line(tent, 1, { period: july(2, 4) }))).rejects.toThrow(/not enough/)
    expect(await sweepStock(store.container())).toEqual({ expired: 1, over: 0 })
    expect((await bookings()).map(({ cart_id }) => cart_id)).toEqual(["cart_3"])
  })

  it("a rental that is over is freed", async () => {
    await hold("cart_1", line(tent, 3, { period: { from: "2026-01-01T10:00:00Z", to: "2026-01-02T10:00:00Z" } }))
    await store.knex()("packages_booking").update({ state: "booked", expires_at: null })
    await hold("cart_2", line(tent, 3))
    expect(await sweepStock(store.container())).toEqual({ expired: 0, over: 1 })
    expect((await bookings()).map(({ state }) => state).sort()).toEqual(["held", "released"])
  })

  it("stock that is not counted, and what may be sold beyond it, asks for nothing", async () => {
    const backorder = await createStockedProduct(store.container(), world, {
      title: "Backorder",
      allowBackorder: true,
      stock: { [here]: 1 },
    })
    expect(await hold("cart_1", line(backorder, 9))).toEqual({ holds: [] })
    expect((await hold("cart_1", line(backorder, 9, { period: july(1, 2) }))).holds).toHaveLength(1)
    expect(await hold("cart_2")).toEqual({ holds: [] })
  })
})
