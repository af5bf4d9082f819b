import type { HttpTypes } from "@medusajs/framework/types"
import { cancelOrderWorkflow, createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import type { PickListAnswer } from "../../../src/contracts/packages/pick-list"
import { CartClient, type Cart } from "../../support/cart-client"
import { countPassed } from "../../support/count-passed"
import { createStockedProduct, stockOf, type StockedProduct } from "../../support/create-stocked-product"
import { createWorld, type World } from "../../support/create-world"
import { DraftClient } from "../../support/draft-client"
import { giveBack } from "../../support/give-back"
import { giveDiscount } from "../../support/give-discount"
import { giveArticle, givePackage, type Sold } from "../../support/give-package"
import { july } from "../../support/july"
import { PackageClient } from "../../support/package-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

type Item = HttpTypes.StoreCartLineItem

/** "2 Tent at 70", by title. */
const linesOf = ({ items }: { items?: { quantity: number; title: string; unit_price: number }[] | null }): string[] =>
  (items ?? []).map(({ quantity, title, unit_price }) => `${quantity} ${title} at ${unit_price}`).sort()

export const rentalsSuite = storeSuite(__filename, (store) => {
  let world: World
  let here: string
  let shopper: CartClient
  let tent: StockedProduct
  let guide: Sold
  let hall: Sold
  let mug: Sold

  beforeAll(async () => {
    world = await createWorld(store)
    here = world.shipping.stockLocationId
    shopper = new CartClient(store, world)
    const { salesChannelId } = world
    tent = await createStockedProduct(store.container(), world, {
      ...{ title: "Tent", stock: { [here]: 2 }, shippingProfileId: world.shipping.profileId },
    })
    const of = { salesChannelId, prices: { eur: 30, chf: 33 } }
    guide = await giveArticle(store.container(), { ...of, title: "Guide" })
    hall = await giveArticle(store.container(), { ...of, title: "Hall" })
    mug = await giveArticle(store.container(), { ...of, title: "Mug" })
    const packages = new PackageClient(store, world)
    const rates = (currency_code: string, one: string, three: string) => [
      { currency_code, duration: 1, price: one },
      { currency_code, duration: 3, price: three },
    ]
    await packages.saveArticle(tent.variantId, {
      unit: "day",
      rates: [...rates("eur", "30", "70"), ...rates("chf", "33", "80")],
    })
    await packages.saveArticle(guide.variantId, { unit: "hour", minimum_duration: 2 })
    await packages.saveArticle(hall.variantId, { unit: "day" })
  })

  const rent = async (id: string, body: object): Promise<Cart> =>
    (await store.api.post(`/store/carts/${id}/rentals`, body, world.storeHeaders)).data.cart
  const rentals = async (id: string) =>
    (await store.api.get(`/store/carts/${id}/rentals`, world.storeHeaders)).data.rentals
  const cart = () => shopper.create("de", { email: "buyer@example.com" })
  const itemOf = ({ items }: Pick<Cart, "items">, title: string): Item => {
    const item = items?.find((one) => one.title === title)
    if (!item) {
      throw new Error(`There is no ${title} in ${JSON.stringify(items?.map((one) => one.title))}`)
    }
    return item
  }
  const tentFor = (from: number, to: number, quantity = 1) => ({
    ...{ variant_id: tent.variantId, quantity, period: july(from, to) },
  })
  async function ordered(body: object): Promise<HttpTypes.StoreOrder> {
    const { id } = await cart()
    await rent(id, body)
    await shopper.ship(id)
    return shopper.complete(id)
  }
  const bookings = () => store.knex()("packages_booking").orderBy("created_at")

  it("P5, P18: a tent for three days: priced by its rates, without a variant, sent by a line of its own", async () => {
    const { id } = await cart()
    const added = await rent(id, tentFor(1, 4, 2))
    expect(linesOf(added)).toEqual(["2 Delivery at 0", "2 Tent at 70"])
    expect(itemOf(added, "Tent")).toMatchObject({
      ...{ variant_id: null, product_id: tent.productId, requires_shipping: false },
      ...{ variant_title: "Standard", product_title: "Tent" },
    })
    expect(itemOf(added, "Delivery")).toMatchObject({ requires_shipping: true, unit_price: 0 })
    expect(await rentals(id)).toEqual([
      expect.objectContaining({
        ...{ line_id: itemOf(added, "Tent").id, variant_id: tent.variantId, quantity: 2, unit_price: 70 },
        ...{ period: { from: july(1, 4).from, to: july(1, 4).to }, hours: null, days: null },
        delivery_line_id: itemOf(added, "Delivery").id,
      }),
    ])
    const one = await shopper.update(id, itemOf(added, "Tent").id, { quantity: 1 })
    expect(linesOf(one)).toEqual(["1 Delivery at 0", "1 Tent at 70"])
    expect((await shopper.remove(id, itemOf(added, "Tent").id)).items).toEqual([])
  })

  it("the same article for the same time joins; for another time it is another line", async () => {
    const { id } = await cart()
    await rent(id, tentFor(1, 4))
    expect(linesOf(await rent(id, tentFor(1, 4)))).toEqual(["2 Delivery at 0", "2 Tent at 70"])
    const other = await rent(id, tentFor(10, 11, 2))
    expect(linesOf(other)).toEqual(["2 Delivery at 0", "2 Delivery at 0", "2 Tent at 30", "2 Tent at 70"])
    const first = other.items?.find(({ unit_price }) => unit_price === 70)
    expect(linesOf(await shopper.remove(id, first?.id ?? ""))).toEqual(["2 Delivery at 0", "2 Tent at 30"])
  })

  it("P16: beside a package that is out for a period, an accessory by itself is out as long", async () => {
    const kit = await givePackage(store.container(), {
      ...{ title: "Kit", salesChannelId: world.salesChannelId, prices: { eur: 9, chf: 9 }, pricing: "flat" },
      entries: [
        mug,
        { ...tent, role: "accessory", isNested: false },
        { ...hall, role: "accessory", isNested: false, isOptional: true },
      ],
    })
    const { id } = await cart()
    const body = { variant_id: kit.variantId, period: july(1, 4) }
    const { data } = await store.api.post(`/store/carts/${id}/packages`, body, world.storeHeaders)
    expect(linesOf(data.cart)).toEqual(["1 Delivery at 0", "1 Kit at 9", "1 Mug at 0", "1 Tent at 70"])
    const { data: again } = await store.api.post(`/store/carts/${id}/packages`, body, world.storeHeaders)
    expect(linesOf(again.cart)).toEqual(["1 Delivery at 0", "1 Tent at 70", "2 Kit at 9", "2 Mug at 0"])
    // One that is chosen later comes then, once.
    const choices = [{ path: kit.entryIds[2], is_chosen: true }]
    for (const quantity of [1, 2]) {
      const path = `/store/carts/${id}/packages/${itemOf(data.cart, "Kit").id}`
      const changed: { data: { cart: Cart } } = await store.api.post(path, { quantity, choices }, world.storeHeaders)
      expect(linesOf(changed.data.cart)).toEqual(
        ["1 Delivery at 0", "1 Hall at 90", `${quantity} Kit at 9`, `${quantity} Mug at 0`, "1 Tent at 70"].sort(),
      )
    }
    // It goes where its package goes, if it is free then.
    await ordered(tentFor(10, 12, 2))
    const path = `/store/carts/${id}/packages/${itemOf(data.cart, "Kit").id}`
    const moveTo = (period: object) => store.api.post(path, { period }, world.storeHeaders)
    const { data: moved }: { data: { cart: Cart } } = await moveTo(july(5, 7))
    const lines = ["1 Delivery at 0", "1 Hall at 60", "1 Tent at 60", "2 Kit at 9", "2 Mug at 0"]
    expect(linesOf(moved.cart)).toEqual(lines)
    expect(await refusalOf(moveTo(july(11, 12)))).toMatchObject({
      message: expect.stringContaining('items: There is not enough of "Tent" in stock'),
    })
    expect(linesOf(await shopper.read(id))).toEqual(lines)
    const from = (await rentals(id)).map(({ period }: { period: { from: string } }) => period.from)
    expect(from).toEqual([july(5, 7).from, july(5, 7).from])
    expect(linesOf(await shopper.remove(id, itemOf(data.cart, "Kit").id))).toEqual([
      ...["1 Delivery at 0", "1 Hall at 60", "1 Tent at 60"],
    ])
  })

  it("P10, P16: such an accessory costs in the cart what the package's price says of it: by days, by default hours", async () => {
    const tour = await givePackage(store.container(), {
      ...{ title: "Tour", salesChannelId: world.salesChannelId, prices: { eur: 9, chf: 9 }, pricing: "flat" },
      ...{ defaultHours: 6, entries: [hall, guide].map((of) => ({ ...of, role: "accessory", isNested: false })) },
    })
    const regionId = world.regions.eur.id
    const priceOf = async (body: object): Promise<number> => {
      const asked = { region_id: regionId, ...body }
      const { data } = await store.api.post(`/store/packages/${tour.productId}/price`, asked, world.storeHeaders)
      return Number(data.price.total)
    }
    const { id } = await cart()
    const { data } = await store.api.post(
      `/store/carts/${id}/packages`,
      { variant_id: tour.variantId, days: 3 },
      world.storeHeaders,
    )
    expect(linesOf(data.cart)).toEqual(["1 Guide at 180", "1 Hall at 90", "1 Tour at 9"])
    expect(data.cart.item_subtotal).toBe(await priceOf({ days: 3 }))
    const other = await cart()
    const added = await shopper.add(other.id, { variant_id: tour.variantId, quantity: 1 })
    expect(linesOf(added)).toEqual(["1 Guide at 180", "1 Hall at 30", "1 Tour at 9"])
    expect(added.item_subtotal).toBe(await priceOf({}))
  })

  it("changes of region keep it, at the price of the new currency and back", async () => {
    const { id } = await cart()
    const before = await rent(id, tentFor(1, 4))
    expect(linesOf(await shopper.moveTo(id, "ch"))).toEqual(["1 Delivery at 0", "1 Tent at 80"])
    const after = await shopper.moveTo(id, "de")
    expect(linesOf(after)).toEqual(["1 Delivery at 0", "1 Tent at 70"])
    expect({ id: itemOf(after, "Tent").id, total: after.item_total }).toEqual({
      id: itemOf(before, "Tent").id,
      total: before.item_total,
    })
  })

  it("is discounted as the article that it is", async () => {
    await giveDiscount(store.container(), {
      ...{ name: "Tents", rules: [{ value: "10" }], on: [{ level: "variant", target_id: tent.variantId }] },
    })
    const { id } = await cart()
    await rent(id, tentFor(1, 4))
    expect(itemOf(await shopper.read(id), "Tent").adjustments?.map(({ amount }) => amount)).toEqual([7])
  })

  it("P18: completed it is booked, and Medusa's stock stays as it is; canceled it is free again", async () => {
    const { id } = await cart()
    await rent(id, tentFor(1, 4))
    expect(await refusalOf(shopper.complete(id))).toMatchObject({ message: expect.stringMatching(/shipping/i) })
    const order = await ordered(tentFor(1, 4, 2))
    expect(linesOf(order)).toEqual(["2 Delivery at 0", "2 Tent at 70"])
    expect((await bookings()).map(({ state, order_line_id }) => ({ state, order_line_id }))).toEqual([
      { state: "booked", order_line_id: order.items?.find(({ title }) => title === "Tent")?.id },
    ])
    expect(await stockOf(store.container(), tent.inventoryItemId, here)).toEqual({ stocked: 2, reserved: 0 })
    expect(await countPassed([ordered(tentFor(3, 5))])).toBe(0)
    await cancelOrderWorkflow(store.container()).run({ input: { order_id: order.id } })
    await store.settled()
    await ordered(tentFor(3, 5, 2))
  })

  it("a cart that was left alone until its rental has begun is not completed", async () => {
    const { id } = await cart()
    await rent(id, tentFor(1, 4))
    await shopper.ship(id)
    const period = { from: "2024-07-01T10:00:00Z", to: "2024-07-04T10:00:00Z" }
    await store.knex().raw(
      `update service_core_line_record set payload = jsonb_set(payload, '{packages,terms,period}', ?::jsonb)
       where cart_id = ? and kind = 'rental'`,
      [JSON.stringify(period), id],
    )
    expect(await refusalOf(shopper.complete(id))).toMatchObject({
      ...{ status: 400, message: expect.stringContaining('period.from: "Tent": the rental has begun') },
    })
    expect(await bookings()).toEqual([])
  })

  it("P14, P18: an edit's quantity is followed by delivery and booking; what comes back is free; it is picked alone", async () => {
    const drafts = new DraftClient(store, world)
    const order = await ordered(tentFor(1, 4))
    const id = order.items?.find(({ title }) => title === "Tent")?.id ?? ""
    await drafts.beginEdit(order.id)
    expect(linesOf(await drafts.change(order.id, id, 2))).toEqual(["2 Delivery at 0", "2 Tent at 70"])
    await drafts.requestEdit(order.id)
    await drafts.confirm(order.id)
    await store.settled()
    const booked = async () => (await bookings()).map(({ state, quantity }) => `${state} ${Number(quantity)}`)
    expect(await booked()).toEqual(["booked 2"])
    const { data } = await store.api.get(`/admin/packages/orders/${order.id}/pick-list`, world.adminHeaders)
    const { articles, totals }: PickListAnswer = data.pick_list
    expect(articles.map(({ variant_id, quantity, period }) => ({ variant_id, quantity, from: period?.from }))).toEqual([
      { variant_id: tent.variantId, quantity: "2", from: july(1, 4).from },
    ])
    expect(totals).toHaveLength(1)
    const container = store.container()
    const items = [{ id, quantity: 2 }]
    await createOrderFulfillmentWorkflow(container).run({ input: { order_id: order.id, items } })
    await giveBack(store, { orderId: order.id, items: [{ id, quantity: 1 }] })
    expect(await booked()).toEqual(["booked 1"])
    await ordered(tentFor(2, 3))
  })

  it("P18: two customers on the last one for a week-end: one gets it; touching periods are no overlap", async () => {
    await ordered(tentFor(1, 30))
    const ids: string[] = []
    for (let index = 0; index < 2; index++) {
      const { id } = await cart()
      await rent(id, tentFor(10, 12))
      await shopper.ship(id)
      ids.push(id)
    }
    expect(await countPassed(ids.map((id) => shopper.complete(id)))).toBe(1)
    await ordered(tentFor(12, 13))
  })

  it("what is not counted in stock is rented by the hour or the day alone, and by Medusa's own route for its minimum", async () => {
    const { id } = await cart()
    expect(linesOf(await shopper.add(id, { variant_id: guide.variantId, quantity: 1 }))).toEqual(["1 Guide at 60"])
    const five = await rent(id, { variant_id: guide.variantId, hours: 5 })
    expect(linesOf(five)).toEqual(["1 Guide at 150", "1 Guide at 60"])
    const three = await rent(id, { variant_id: hall.variantId, days: 3 })
    expect(itemOf(three, "Hall")).toMatchObject({ variant_id: hall.variantId, unit_price: 90 })
    await shopper.add(id, { variant_id: guide.variantId, quantity: 1 })
    expect(linesOf(await shopper.moveTo(id, "ch"))).toEqual(["1 Guide at 165", "1 Hall at 99", "2 Guide at 66"])
    expect((await shopper.complete(id)).item_subtotal).toBe(165 + 99 + 132)
  })

  it.each<[string, () => object, string]>([
    ["an article with stock, without a date", () => ({ variant_id: tent.variantId }), "period: "],
    ["days of what needs a date", () => ({ variant_id: tent.variantId, days: 2 }), "period: "],
    ["what has one price", () => ({ variant_id: mug.variantId }), "variant_id: It is not priced by the hour"],
    ["what there is not", () => ({ variant_id: "variant_none" }), "variant_id: There is no such variant"],
    ["hours of what is priced by the day", () => ({ variant_id: hall.variantId, hours: 3 }), "hours: "],
    ["hours and days", () => ({ variant_id: guide.variantId, hours: 3, days: 1 }), "hours: "],
    ["a period and hours", () => ({ ...tentFor(1, 2), hours: 3 }), "hours: The period says"],
    ["a period that ends before it starts", () => tentFor(4, 1), "period.to: must be after"],
    [
      "a past one",
      () => ({ variant_id: tent.variantId, period: { from: "2020-07-01T10:00Z", to: "2020-07-02T10:00Z" } }),
      "period.from: is past",
    ],
    [
      "a day without an hour",
      () => ({ variant_id: tent.variantId, period: { from: "2099-07-01", to: "2099-07-02" } }),
      "period.from: must be a date with an hour",
    ],
    ["quantity zero", () => tentFor(1, 2, 0), "quantity: must be at least 1"],
    ["more than there is", () => tentFor(1, 2, 3), 'items: There is not enough of "Tent" in stock: 3 are asked'],
  ])("is refused, and nothing is written: %s", async (_what, body, message) => {
    const { id } = await cart()
    expect(await refusalOf(rent(id, body()))).toMatchObject({
      status: 400,
      message: expect.stringContaining(message),
    })
    expect((await shopper.read(id)).items).toEqual([])
    expect(await store.knex()("service_core_line_record").where({ cart_id: id, deleted_at: null })).toEqual([])
  })

  it("refuses a package, a rental without a date by Medusa's own route, and a change of what ships it", async () => {
    const { id } = await cart()
    const kit = await givePackage(store.container(), {
      ...{ title: "Kit", salesChannelId: world.salesChannelId, prices: { eur: 9, chf: 9 }, pricing: "flat" },
      entries: [mug],
    })
    const refused = (request: Promise<unknown>) => refusalOf(request).then(({ message }) => message)
    expect(await refused(rent(id, { variant_id: kit.variantId }))).toContain("variant_id: It is a package")
    expect(await refused(shopper.add(id, { variant_id: tent.variantId, quantity: 1 }))).toContain("period: ")
    const added = await rent(id, tentFor(1, 2))
    const delivery = itemOf(added, "Delivery").id
    expect(await refused(shopper.update(id, delivery, { quantity: 2 }))).toContain("A content follows its package")
    expect(await refused(shopper.remove(id, delivery))).toContain("A content follows its package")
    expect(linesOf(await shopper.read(id))).toEqual(["1 Delivery at 0", "1 Tent at 30"])
  })
})
