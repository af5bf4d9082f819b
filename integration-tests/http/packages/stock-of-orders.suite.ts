import type { HttpTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  createOrderFulfillmentWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { readLineRecords } from "../../../src/modules/core"
import { needsStockGuard } from "../../../src/modules/packages"
import { contentLineOf, type CartStockLine } from "../../../src/rules/packages"
import { checkStockOfCart } from "../../../src/workflows/packages/stock/check-stock-of-cart"
import { holdStockOfCart } from "../../../src/workflows/packages/stock/hold-stock-of-cart"
import { CartClient } from "../../support/cart-client"
import { DraftClient } from "../../support/draft-client"
import { countPassed } from "../../support/count-passed"
import { createStockedProduct, stockOf, type StockedProduct } from "../../support/create-stocked-product"
import { createWorld, type World } from "../../support/create-world"
import { giveBack } from "../../support/give-back"
import { givePackage, type Sold } from "../../support/give-package"
import { july } from "../../support/july"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

export const stockOfOrdersSuite = storeSuite(__filename, (store) => {
  let world: World
  let here: string
  let shopper: CartClient
  let chair: StockedProduct
  let tent: StockedProduct
  let mug: StockedProduct
  let camp: Sold
  let party: Sold

  beforeAll(async () => {
    world = await createWorld(store)
    here = world.shipping.stockLocationId
    shopper = new CartClient(store, world)
    const stocked = (title: string, stock: number) =>
      createStockedProduct(store.container(), world, {
        ...{ title, stock: { [here]: stock }, shippingProfileId: world.shipping.profileId },
      })
    chair = await stocked("Chair", 4)
    tent = await stocked("Tent", 2)
    mug = await stocked("Mug", 9)
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 100, chf: 100 } }
    camp = await givePackage(store.container(), {
      ...of,
      ...{ title: "Camp", pricing: "day", rates: [[1, "40"]], entries: [{ ...tent }] },
    })
    party = await givePackage(store.container(), {
      ...of,
      ...{ title: "Party", pricing: "flat", entries: [{ ...chair, quantity: 1 }] },
    })
  })

  /** What a cart asks of stock, as its completion does. */
  async function linesOf(cartId: string): Promise<CartStockLine[]> {
    const { items = [] } = await shopper.read(cartId)
    const records = await readLineRecords(store.knex(), cartId)
    return items.flatMap((item) => {
      const record = records.find(({ lineId }) => lineId === item.id)
      const content = contentLineOf(record?.payload)
      const variantId = content?.period ? content.variant_id : item.variant_id
      const { id: lineId, quantity } = item
      const isDependent = (record?.parentId ?? null) !== null
      return variantId
        ? [{ lineId, variantId, quantity: String(quantity), period: content?.period ?? null, isDependent }]
        : []
    })
  }
  const orderOf = async (id: string) => ({ id, salesChannelId: world.salesChannelId, lines: await linesOf(id) })

  async function completed(cartId: string): Promise<HttpTypes.StoreOrder> {
    await holdStockOfCart(store.container(), await orderOf(cartId))
    return shopper.complete(cartId)
  }
  async function cartWith(body: object): Promise<string> {
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    await store.api.post(`/store/carts/${id}/packages`, body, world.storeHeaders)
    await shopper.ship(id)
    return id
  }
  const rented = async (quantity: number, from: number, to: number) =>
    completed(await cartWith({ variant_id: camp.variantId, quantity, period: july(from, to) }))
  const bookings = () => store.knex()("packages_booking").orderBy("id")
  /** How many tents are free for a period. */
  async function free(from: number, to: number): Promise<number> {
    for (let quantity = 2; quantity > 0; quantity--) {
      const line = { lineId: "x", variantId: tent.variantId, quantity: String(quantity), isDependent: false }
      const order = { id: "other", salesChannelId: world.salesChannelId, lines: [{ ...line, period: july(from, to) }] }
      const isFree = await checkStockOfCart(store.container(), order).then(
        () => true,
        () => false,
      )
      if (isFree) {
        return quantity
      }
    }
    return 0
  }

  it("P18: a placed rental is booked for its line, and keeps Medusa's stock untouched", async () => {
    const order = await rented(1, 1, 4)
    const [booking] = await bookings()
    const line = order.items?.find(({ title }) => title === "Tent")
    expect(booking).toMatchObject({
      ...{ state: "booked", order_id: order.id, order_line_id: line?.id, expires_at: null },
      ...{ inventory_item_id: tent.inventoryItemId, location_id: here },
    })
    expect(await stockOf(store.container(), tent.inventoryItemId, here)).toEqual({ stocked: 2, reserved: 0 })
    expect([await free(2, 3), await free(4, 6)]).toEqual([1, 2])
  })

  it("P18: two customers on the last unit for one week-end: one gets it", async () => {
    await rented(1, 1, 30)
    const weekend = { variant_id: camp.variantId, quantity: 1, period: july(10, 12) }
    const ids = [await cartWith(weekend), await cartWith(weekend)]
    const done = await Promise.allSettled(ids.map(completed))
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await free(10, 12)).toBe(0)
  })

  it("P18: a canceled rental is free again", async () => {
    const order = await rented(2, 1, 4)
    expect(await free(2, 3)).toBe(0)
    await cancelOrderWorkflow(store.container()).run({ input: { order_id: order.id } })
    await store.settled()
    expect(await free(2, 3)).toBe(2)
    expect((await bookings()).map(({ state }) => state)).toEqual(["released"])
  })

  it("P18: what comes back of a rental is free again, and can be rented again", async () => {
    const order = await rented(2, 1, 4)
    const id = order.items?.find(({ title }) => title === "Tent")?.id ?? ""
    const container = store.container()
    await createOrderFulfillmentWorkflow(container).run({
      input: { order_id: order.id, items: [{ id, quantity: 2 }] },
    })
    const giveBackSome = (quantity: number) => giveBack(store, { orderId: order.id, items: [{ id, quantity }] })
    await giveBackSome(1)
    expect(await free(2, 3)).toBe(1)
    await rented(1, 2, 3)
    await giveBackSome(1)
    expect((await bookings()).map(({ state, quantity }) => `${state} ${Number(quantity)}`)).toEqual([
      "released 1",
      "booked 1",
    ])
  })

  it("P18, P23: what a draft rents is booked when it becomes an order, and follows an edit of its period", async () => {
    const drafts = new DraftClient(store, world)
    const add = (kind: string, path: string, body: object) => drafts.send(`/${kind}/${path}`, body)
    const { id } = await drafts.create()
    await drafts.beginDraft(id)
    await add("draft-orders", `${id}/packages`, { variant_id: camp.variantId, period: july(1, 4) })
    await drafts.confirmDraft(id)
    await store.settled()
    expect(await bookings()).toEqual([])
    const order = await drafts.convert(id)
    expect([await free(2, 3), await free(10, 12)]).toEqual([1, 2])

    const line = order.items.find(({ title }) => title === "Camp")
    const changed = async (body: object) => {
      await drafts.beginEdit(id)
      await add("order-edits", `${id}/packages/${line?.id}`, body)
      await drafts.requestEdit(id)
      await drafts.confirm(id)
      await store.settled()
    }
    await changed({ period: july(10, 12) })
    expect([await free(2, 3), await free(10, 12)]).toEqual([2, 1])
    expect((await bookings()).map(({ state }) => state).sort()).toEqual(["booked", "released"])
    // Back to where it was: that booking was freed, and is made anew.
    await changed({ period: july(1, 4) })
    expect([await free(2, 3), await free(10, 12)]).toEqual([1, 2])

    // What has begun may be out longer, if it begins when it did.
    const { data } = await store.api.get(`/admin/order-edits/${id}/packages`, world.adminHeaders)
    const begun = "2024-07-01T08:00:00Z"
    await store
      .knex()
      .raw(`update service_core_line_record set payload = replace(payload::text, ?, ?)::jsonb where cart_id = ?`, [
        data.packages[0].period.from,
        begun,
        id,
      ])
    const { to } = july(1, 6)
    expect(await refusalOf(changed({ period: { from: "2024-07-01T09:00:00Z", to } }))).toMatchObject({
      message: expect.stringContaining("period.from: is past"),
    })
    await drafts.drop(`/order-edits/${id}`)
    await changed({ period: { from: begun, to: "2024-07-01T20:00:00Z" } })
    expect([await free(2, 3), await free(4, 5)]).toEqual([2, 2])
  })

  describe("P18, P23: a draft or an edit beyond the stock is refused before it is sold", () => {
    const drafts = () => new DraftClient(store, world)
    const give = async (kind: string, id: string, body: object) => drafts().send(`/${kind}/${id}/packages`, body)
    async function draftOf(...bodies: object[]): Promise<string> {
      const { id } = await drafts().create()
      await drafts().beginDraft(id)
      for (const body of bodies) {
        await give("draft-orders", id, body)
      }
      await drafts().confirmDraft(id)
      return id
    }

    it("a draft of packages: what is short is named, nothing is reserved, and the last ones can be had", async () => {
      const tooMuch = await draftOf(
        { variant_id: party.variantId, quantity: 3 },
        { variant_id: party.variantId, quantity: 2, lists_contents: false },
      )
      expect(await refusalOf(drafts().convert(tooMuch))).toMatchObject({
        ...{ status: 400, message: expect.stringContaining('not enough of "Chair" in stock') },
      })
      expect(await bookings()).toEqual([])
      expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 4, reserved: 0 })
      await drafts().convert(await draftOf({ variant_id: party.variantId, quantity: 4 }))
      expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 4, reserved: 4 })
      expect(await bookings()).toEqual([])
    })

    it("two drafts for the last tents of a week-end: one becomes an order", async () => {
      const weekend = { variant_id: camp.variantId, quantity: 2, period: july(10, 12) }
      const ids = [await draftOf(weekend), await draftOf(weekend)]
      expect(await countPassed(ids.map((id) => drafts().convert(id)))).toBe(1)
      await store.settled()
      expect((await bookings()).map(({ state, quantity }) => `${state} ${Number(quantity)}`)).toEqual(["booked 2"])
    })

    it("an edit asks for what it adds alone: its own period may be moved, and others' not taken", async () => {
      await rented(1, 10, 12)
      const order = await rented(1, 1, 4)
      const line = order.items?.find(({ title }) => title === "Camp")
      const changed = async (body: object) => {
        await drafts().beginEdit(order.id)
        await drafts().send(`/order-edits/${order.id}/packages/${line?.id}`, body)
        await drafts().requestEdit(order.id)
        return drafts().confirm(order.id)
      }
      expect(await refusalOf(changed({ quantity: 2, period: july(11, 13) }))).toMatchObject({
        ...{ status: 400, message: expect.stringContaining('not enough of "Tent" in stock: 2 are asked, 1 are free') },
      })
      expect(await free(2, 3)).toBe(1)
      await drafts().drop(`/order-edits/${order.id}`)
      await changed({ period: july(2, 6), quantity: 2 })
      await store.settled()
      expect([await free(1, 2), await free(5, 6), await free(11, 12)]).toEqual([2, 0, 1])
      await changed({ quantity: 1 })
      await store.settled()
      expect(await free(5, 6)).toBe(1)
    })

    it("an edit is served from what it gives back: another package of the last ones, and what was sold for good rented", async () => {
      const tents = await rented(2, 1, 4)
      await drafts().beginEdit(tents.id)
      const camped = tents.items?.find(({ title }) => title === "Camp")?.id ?? ""
      await drafts().drop(`/order-edits/${tents.id}/packages/${camped}`)
      await give("order-edits", tents.id, { variant_id: camp.variantId, quantity: 2, period: july(2, 5) })
      await drafts().requestEdit(tents.id)
      await drafts().confirm(tents.id)
      const chairs = await completed(await cartWith({ variant_id: party.variantId, quantity: 4 }))
      await store.settled()
      expect([await free(1, 2), await free(2, 3)]).toEqual([2, 0])
      await drafts().beginEdit(chairs.id)
      const line = chairs.items?.find(({ title }) => title === "Party")?.id ?? ""
      await drafts().send(`/order-edits/${chairs.id}/packages/${line}`, { period: july(10, 12) })
      await drafts().requestEdit(chairs.id)
      await drafts().confirm(chairs.id)
      await store.settled()
      expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 4, reserved: 0 })
      const left = (await bookings()).filter(({ state }) => state === "booked")
      expect(left.map(({ quantity, inventory_item_id }) => [inventory_item_id, Number(quantity)]).sort()).toEqual(
        [
          [chair.inventoryItemId, 4],
          [tent.inventoryItemId, 2],
        ].sort(),
      )
    })

    it("goods of an edit, beside packages", async () => {
      const order = await completed(await cartWith({ variant_id: party.variantId, quantity: 3 }))
      await drafts().beginEdit(order.id)
      await give("order-edits", order.id, { variant_id: party.variantId })
      await drafts().add(order.id, { variant_id: chair.variantId, quantity: 1 })
      await drafts().requestEdit(order.id)
      expect(await refusalOf(drafts().confirm(order.id))).toMatchObject({
        ...{ status: 400, message: expect.stringContaining('not enough of "Chair"') },
      })
      expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 4, reserved: 3 })
    })
  })

  it("P18: ten packages at once for a stock of four: exactly four orders, and Medusa has reserved just these", async () => {
    const ids: string[] = []
    while (ids.length < 10) {
      ids.push(await cartWith({ variant_id: party.variantId }))
    }
    const done = await Promise.allSettled(ids.map(completed))
    const reasons = done.flatMap((one) => (one.status === "rejected" ? [String(one.reason.message)] : []))
    expect(reasons).toEqual(Array.from({ length: 6 }, () => expect.stringMatching(/not enough/)))
    await store.settled()
    expect(await stockOf(store.container(), chair.inventoryItemId, here)).toEqual({ stocked: 4, reserved: 4 })
    // Medusa's reservations stand for them.
    expect(await bookings()).toEqual([])
  })

  it("P18: until the order's event is handled, what Medusa has reserved does not count twice", async () => {
    const id = await cartWith({ variant_id: party.variantId, quantity: 2 })
    await completed(id)
    await store
      .knex()("packages_booking")
      .insert({
        ...{ id: "pbok_late", inventory_item_id: chair.inventoryItemId, location_id: here, quantity: 2, state: "held" },
        ...{ cart_id: id, line_item_id: "line", expires_at: new Date(Date.now() + 600_000) },
      })
    const line = { lineId: "x", variantId: chair.variantId, period: null, isDependent: false }
    const order = (quantity: string) => ({
      ...{ id: "other", salesChannelId: world.salesChannelId, lines: [{ ...line, quantity }] },
    })
    await checkStockOfCart(store.container(), order("2"))
    await expect(checkStockOfCart(store.container(), order("3"))).rejects.toThrow(/3 are asked, 2 are free/)
  })

  it("P18: each line is reserved where its stock was held, though Medusa chose one location for all", async () => {
    const container = store.container()
    const { result } = await createStockLocationsWorkflow(container).run({ input: { locations: [{ name: "Attic" }] } })
    const there = result[0]?.id ?? ""
    await linkSalesChannelsToStockLocationWorkflow(container).run({
      input: { id: there, add: [world.salesChannelId] },
    })
    await container
      .resolve(Modules.INVENTORY)
      .createInventoryLevels([{ inventory_item_id: chair.inventoryItemId, location_id: there, stocked_quantity: 4 }])
    const { id } = await shopper.create("de", { email: "clara@test.example" })
    await shopper.add(id, { variant_id: chair.variantId, quantity: 3 })
    await shopper.add(id, { variant_id: chair.variantId, quantity: 4, metadata: { engraving: "A" } })
    await shopper.ship(id)
    const order = await completed(id)
    const reservations = await container
      .resolve(Modules.INVENTORY)
      .listReservationItems({ line_item_id: (order.items ?? []).map((item) => item.id) })
    expect(reservations).toHaveLength(2)
    const at = [
      await stockOf(container, chair.inventoryItemId, here),
      await stockOf(container, chair.inventoryItemId, there),
    ]
    expect(at.map(({ reserved }) => reserved).sort()).toEqual([3, 4])
    expect(await bookings()).toEqual([])
  })

  describe("which plain carts need the guard", () => {
    const isGuarded = async (id: string): Promise<boolean> => {
      const { sql, bindings } = needsStockGuard(id)
      const { rows } = await store.knex().raw(`select ${sql} as needed`, bindings as string[])
      return rows[0].needed
    }
    const cartOf = async (...items: { variant_id: string; quantity: number; metadata?: Record<string, unknown> }[]) =>
      (await shopper.create("de", { items })).id

    it("PK6: two lines of one item; what is in a package; what is booked; nothing else", async () => {
      expect(await isGuarded(await cartOf({ variant_id: mug.variantId, quantity: 1 }))).toBe(false)
      const twice = [
        { variant_id: mug.variantId, quantity: 1 },
        { variant_id: mug.variantId, quantity: 1, metadata: { engraving: "A" } },
      ]
      expect(await isGuarded(await cartOf(...twice))).toBe(true)
      expect(await isGuarded(await cartOf({ variant_id: chair.variantId, quantity: 1 }))).toBe(true)
      await store
        .knex()("packages_booking")
        .insert({
          ...{ id: "pbok_1", inventory_item_id: mug.inventoryItemId, location_id: here, quantity: 1, state: "booked" },
        })
      expect(await isGuarded(await cartOf({ variant_id: mug.variantId, quantity: 1 }))).toBe(true)
    })

    it("what is rented by itself, and a kit of it", async () => {
      const kit = await createStockedProduct(store.container(), world, {
        title: "Kit",
        items: { [mug.inventoryItemId]: 1 },
      })
      await store
        .knex()("packages_article")
        .insert({
          ...{ id: "part_1", variant_id: mug.variantId, product_id: mug.productId, unit: "day" },
        })
      expect(await isGuarded(await cartOf({ variant_id: kit.variantId, quantity: 1 }))).toBe(true)
    })
  })
})
