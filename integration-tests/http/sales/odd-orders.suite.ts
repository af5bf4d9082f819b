import type { HttpTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { cancelOrderFulfillmentWorkflow, cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { daysMiscounted, recountFigures } from "../../../src/modules/sales"
import { addDays } from "../../../src/rules/calendar"
import { soldLines } from "../../../src/workflows/ports/sold-lines"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms, SOLD_LINES } from "../../../src/workflows/rooms"
import { lineOf, PERIOD, SalesShop } from "../../support/create-sales-shop"
import { givePackage } from "../../support/give-package"
import { DraftClient } from "../../support/draft-client"
import { giveBack } from "../../support/give-back"
import { includeTaxes } from "../../support/include-taxes"
import type { SalesClient } from "../../support/sales-client"
import { testAddress } from "../../support/test-address"
import { storeSuite } from "../../support/store-suite"

/** Orders that go another way than from their payment to their delivery, and sales that follow late. */
export const oddOrdersSuite = storeSuite(__filename, (store) => {
  const shop = new SalesShop(store)
  const { buy } = shop
  let sales: SalesClient
  let today: string

  beforeAll(async () => {
    await shop.create()
    ;({ sales, today } = shop)
    await includeTaxes(store.container(), "eur")
  })

  afterEach(async () => {
    expect(await daysMiscounted(store.knex())).toEqual([])
    const { data } = await store.api.post("/admin/sales/verifications", {}, shop.world.adminHeaders)
    expect(data.verification).toMatchObject({ ok: true, problems: [] })
  })

  const cancel = async (orderId: string): Promise<void> => {
    await cancelOrderWorkflow(store.container()).run({ input: { order_id: orderId } })
    await store.settled()
  }

  const TYPES: [string, () => Promise<HttpTypes.StoreOrder>][] = [
    ["simple", () => buy([shop.mug], { isPaid: false })],
    ["digital", () => buy([shop.ebook], { isPaid: false })],
    ["service", () => shop.makeService("service").then(() => buy([shop.ebook], { isPaid: false }))],
    ["subscription", () => buy([shop.monthly], { isPaid: false })],
    ["booking", () => shop.rent({ isPaid: false })],
    ["mixed", () => buy([shop.mug, shop.ebook, shop.monthly], { isPaid: false })],
  ]

  it.each(TYPES)(
    "H2, H4: %s, held and canceled, stays in the history; released and held once more, too",
    async (type, make) => {
      const order = await make()
      const { id, status, types, is_cancelable } = await sales.ofOrder(order.id)
      expect([status, is_cancelable]).toEqual(["processing", true])
      expect(types).toEqual(type === "mixed" ? ["digital", "simple", "subscription"] : [type])
      const isReleased = type === "mixed"
      expect(await sales.change(id, "hold")).toMatchObject({ status: "interrupted" })
      if (isReleased) {
        expect(await sales.change(id, "release")).toMatchObject({ status: "processing" })
        expect(await sales.change(id, "hold")).toMatchObject({ status: "interrupted" })
      }
      await sales.cancelOrder(order.id)
      const again = isReleased ? ["processing", "interrupted"] : []
      const way = ["created", "processing", "interrupted", ...again, "canceled"]
      const canceled = await sales.ofOrder(order.id)
      expect(canceled.events.flatMap(({ to_status }) => to_status ?? [])).toEqual(way)
      expect(canceled).toMatchObject({ changes: [], is_cancelable: false })
      expect(await sales.list({ status: ["canceled"] })).toMatchObject({
        ...{ count: 1, totals: [] },
        sales: [{ id, net: "0" }],
      })
    },
  )

  it("H4: a sale says until when its types permit canceling its order; what is canceled later stays finalized, and what never left is canceled", async () => {
    const hosting = await buy([shop.monthly])
    expect(await sales.ofOrder(hosting.id)).toMatchObject({ status: "finalized", is_cancelable: false })
    // What is canceled all the same is a fact: what was provisioned stays finalized, and its refund counts.
    await sales.cancelOrder(hosting.id)
    expect(await sales.ofOrder(hosting.id)).toMatchObject({ status: "finalized", payment_status: "refunded", net: "0" })

    const fulfilled = await buy([shop.mug])
    const fulfillment_id = await sales.fulfil(fulfilled.id)
    expect(await sales.ofOrder(fulfilled.id)).toMatchObject({ status: "finalized", is_cancelable: true })
    await cancelOrderFulfillmentWorkflow(store.container()).run({ input: { order_id: fulfilled.id, fulfillment_id } })
    await store.settled()
    await sales.cancelOrder(fulfilled.id)
    expect(await sales.way(fulfilled.id)).toEqual(["created", "processing", "finalized", "canceled"])

    const stopped = await buy([shop.ebook])
    const { id } = await sales.ofOrder(stopped.id)
    expect(await sales.change(id, "stop")).toMatchObject({ status: "stopped", is_cancelable: true })
    await sales.cancelOrder(stopped.id)
    expect(await sales.ofOrder(stopped.id)).toMatchObject({ status: "stopped", net: "0", payment_status: "refunded" })
  })

  it("H5: says which admin captured, fulfilled and shipped, and has changed the order", async () => {
    const order = await buy([shop.mug], { isPaid: false })
    await sales.captureByAdmin(order.id)
    const path = `/admin/orders/${order.id}/fulfillments`
    const items = [{ id: lineOf(order, "Blue mug"), quantity: 1 }]
    const { data } = await store.api.post(`${path}?fields=fulfillments.id`, { items }, shop.world.adminHeaders)
    const [{ id = "" } = {}] = data.order.fulfillments
    await store.api.post(`${path}/${id}/shipments`, { items }, shop.world.adminHeaders)
    await store.settled()
    const shipping_address = { ...testAddress("de"), city: "Neu" }
    await store.api.post(`/admin/orders/${order.id}`, { shipping_address }, shop.world.adminHeaders)
    await store.settled()
    const { events } = await sales.ofOrder(order.id)
    const done = events.filter(({ kind }) => /captured|fulfilled|shipped|changed/.test(kind))
    expect(done.map(({ kind, actor, actor_name }) => [kind, actor.slice(0, 10), actor_name])).toEqual(
      ["captured", "fulfilled", "shipped", "changed"].map((kind) => [kind, "user:user_", expect.stringContaining("@")]),
    )
  })

  it("H5: says who has changed an order, too, where another event finds the change first", async () => {
    const { id } = await buy([shop.mug], { isPaid: false })
    const orders = store.container().resolve(Modules.ORDER)
    const changer = "user_who_changed"
    await orders.updateOrders(id, { email: "new@example.com" })
    const by = { created_by: changer, confirmed_by: changer }
    await orders.registerOrderChange({ order_id: id, change_type: "update_order", ...by, details: { type: "email" } })
    await sales.captureByAdmin(id)
    await store.settled()
    const changed = (await sales.ofOrder(id)).events.filter(({ kind }) => kind === "changed")
    expect(changed).toMatchObject([{ actor: `user:${changer}`, reason: expect.not.stringMatching("updated") }])
  })

  it("H4: a booking is finalized when its period is over, and closed when it is back; on hold it waits", async () => {
    const order = await shop.rent()
    const year = PERIOD.from.slice(0, 4)
    const { id, ...sale } = await sales.ofOrder(order.id)
    expect(sale).toMatchObject({
      ...{ types: ["booking"], status: "processing", is_cancelable: true },
      snapshots: [{ lines: [{ type: "booking", period: { from: expect.stringContaining(`${year}-07-01`) } }] }],
    })
    await sales.follow(order.id, `${year}-07-03`)
    expect((await sales.ofOrder(order.id)).status).toBe("processing")
    await sales.change(id, "hold")
    await sales.follow(order.id, `${year}-07-04`)
    expect((await sales.ofOrder(order.id)).status).toBe("interrupted")
    await sales.change(id, "release")
    await sales.follow(order.id, `${year}-07-04`)
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
    const line = lineOf(order, "Hall")
    await sales.fulfil(order.id)
    await giveBack(store, { orderId: order.id, items: [{ id: line, quantity: 1 }] })
    await sales.follow(order.id, "2099-01-01")
    expect(await sales.way(order.id)).toEqual([
      ...["created", "processing", "interrupted", "processing", "finalized", "closed"],
    ])
    expect((await sales.ofOrder(order.id)).types).toEqual(["booking"])
  })

  it("H4: a package that is not shipped itself is delivered with its contents", async () => {
    const { salesChannelId } = shop.world
    const { product_id = "" } = await store.container().resolve(Modules.PRODUCT).retrieveProductVariant(shop.mug)
    const set = await givePackage(store.container(), {
      ...{ title: "Gift box", salesChannelId, prices: { eur: 35 }, pricing: "flat" },
      entries: [{ productId: product_id ?? "", variantId: shop.mug, quantity: 1 }],
    })
    const order = await buy([set.variantId], { withShipping: true })
    expect(await sales.ofOrder(order.id)).toMatchObject({ types: ["simple"], status: "processing" })
    await sales.fulfil(order.id, [lineOf(order, "Blue mug")])
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
  })

  it("H2: fulfilled in parts, one of them taken back and sent again, and one unit given back", async () => {
    const order = await buy([shop.mug], { quantity: 2 })
    const way = () => sales.way(order.id)
    const line = lineOf(order, "Blue mug")
    const first = await sales.fulfil(order.id)
    expect(await way()).toEqual(["created", "processing"])
    await cancelOrderFulfillmentWorkflow(store.container()).run({
      input: { order_id: order.id, fulfillment_id: first },
    })
    await store.settled()
    const second = await sales.fulfil(order.id)
    expect(await way()).toEqual(["created", "processing"])
    const third = await sales.fulfil(order.id)
    expect(await way()).toEqual(["created", "processing", "finalized"])
    await sales.deliver(order.id, second)
    await sales.follow(order.id, addDays(today, 30))
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
    await sales.deliver(order.id, third)
    await giveBack(store, { orderId: order.id, items: [{ id: line, quantity: 1 }] })
    await sales.refund(order.id, 20)
    expect(await sales.ofOrder(order.id)).toMatchObject({
      ...{ status: "finalized", payment_status: "partially_refunded", refunded: "20", is_effective: true },
    })
    await sales.follow(order.id, addDays(today, 14))
    expect(await way()).toEqual(["created", "processing", "finalized", "closed"])
  })

  it("H3: captured in parts: paid once all is there, and nothing that no provider has answered; what is refunded of a part counts nothing", async () => {
    const [whole, part] = [await buy([shop.ebook], { isPaid: false }), await buy([shop.ebook], { isPaid: false })]
    // As Medusa writes it before it asks a provider, which may refuse.
    const { payment_id } = await store
      .knex()("payment as p")
      .join("order_payment_collection as l", "l.payment_collection_id", "p.payment_collection_id")
      .where("l.order_id", whole.id)
      .first<{ payment_id: string }>("p.id as payment_id")
    const asked = { id: "capt_ASKED", payment_id, amount: 20, raw_amount: { value: "20", precision: 20 } }
    await store.knex()("capture").insert(asked)
    expect(await sales.follow(whole.id, today)).toEqual({ isNew: false, written: 0 })
    await store.knex()("capture").where({ id: asked.id }).delete()
    await shop.capture(whole.id, 5)
    expect(await sales.ofOrder(whole.id)).toMatchObject({ payment_status: "partially_paid", is_effective: false })
    await shop.capture(whole.id, 15)
    expect(await sales.ofOrder(whole.id)).toMatchObject({ payment_status: "paid", received: "20", net: "20" })
    await shop.capture(part.id, 5)
    await cancel(part.id)
    expect(await sales.ofOrder(part.id)).toMatchObject({ status: "canceled", is_effective: false, net: "0" })
    expect((await sales.list()).totals).toEqual([{ currency_code: "eur", sold: "20", refunded: "0", net: "20" }])
  })

  it("H1, H3: recorded afterwards, a sale counts what it counts when it is followed, refunds and cancellations included", async () => {
    const orders: HttpTypes.StoreOrder[] = []
    for (let count = 0; count < 3; count++) {
      orders.push(await buy([shop.ebook]))
    }
    const [canceled = "", partly = "", wholly = ""] = orders.map(({ id }) => id)
    await cancel(canceled)
    // What is archived stays canceled.
    await store.api.post(`/admin/orders/${canceled}/archive`, {}, shop.world.adminHeaders)
    await store.settled()
    await sales.refundByAdmin(partly, 5)
    expect((await sales.ofOrder(partly)).events.filter(({ kind }) => kind === "refunded")).toMatchObject([
      { amount: "-5", actor: expect.stringMatching(/^user:user_/), actor_name: expect.stringContaining("@") },
    ])
    await sales.refund(wholly, 20)
    const said = async () => {
      const { totals, sales: listed } = await sales.list()
      return {
        totals,
        of: listed.map(({ order_id, status, payment_status, net }) => [order_id, status, payment_status, net]),
      }
    }
    const inTime = await said()
    expect(inTime.totals).toEqual([{ currency_code: "eur", sold: "60", refunded: "45", net: "15" }])
    await shop.forgetSales()
    expect(await daysMiscounted(store.knex())).toEqual([today])
    await recountFigures(store.knex())
    expect((await sales.list()).totals).toEqual([])

    // One that fails holds up no other, and is tried again.
    const knex = store.knex()
    await knex.raw(`create function break_sales() returns trigger language plpgsql as
      $$ begin if new.order_id = '${partly}' then raise exception 'no room for this one'; end if; return new; end $$`)
    await knex.raw(`create trigger break_sales before insert on sales_sale for each row execute function break_sales()`)
    expect(await shop.backfill({ limit: 1 })).toEqual({ made: 1, failed: 0, left: 2 })
    expect(await shop.backfill()).toEqual({ made: 1, failed: 1, left: 1 })
    await knex.raw("drop trigger break_sales on sales_sale")
    expect(await shop.backfill()).toEqual({ made: 1, failed: 0, left: 0 })
    expect(await shop.backfill()).toEqual({ made: 0, failed: 0, left: 0 })
    expect(await said()).toEqual(inTime)
  })

  it("H5: who has read an order before others wrote of it writes nothing older over that", async () => {
    const order = await buy([shop.ebook], { isPaid: false })
    let reached = (): void => undefined
    let goOn = (): void => undefined
    const isReached = new Promise<void>((resolve) => (reached = resolve))
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
    let isFirst = true
    soldLines.fill(...SOLD_LINES, {
      ofOrder: async () => {
        if (isFirst) {
          isFirst = false
          reached()
          await mayGoOn
        }
        return new Map()
      },
    })
    try {
      const slow = sales.follow(order.id, today)
      await isReached
      await shop.capture(order.id)
      await sales.refund(order.id, 5)
      const before = await sales.ofOrder(order.id)
      expect(before).toMatchObject({ payment_status: "partially_refunded", received: "20", refunded: "5" })
      goOn()
      expect(await slow).toEqual({ isNew: false, written: 0 })
      expect(await sales.ofOrder(order.id)).toEqual(before)
    } finally {
      soldLines.fill(...SOLD_LINES)
    }
  })

  it("H1: a draft is sold on the day on which it becomes an order", async () => {
    const drafts = new DraftClient(store, shop.world)
    const { id } = await drafts.create({ items: [{ variant_id: shop.ebook, quantity: 1 }] })
    await store.knex()("order").where({ id }).update({ created_at: "2026-01-05T10:00:00Z" })
    await drafts.convert(id)
    const sale = await sales.ofOrder(id)
    expect(sale).toMatchObject({ sold_on: today, status: "created", snapshots: [{ number: 1 }] })
    await sales.follow(id, today)
    expect(await sales.ofOrder(id)).toEqual(sale)

    // The sweep may find it before its event does, or the event is lost: what was known as a draft was placed since.
    const sweep = () => sweepOrders(store.container(), { now: new Date(), today }, orderRooms)
    const lost = await drafts.create({ items: [{ variant_id: shop.ebook, quantity: 1 }] })
    await sweep()
    const before = Date.now()
    const begun = new Date(before - 20 * 3_600_000)
    await store.knex()("order").where({ id: lost.id }).update({ created_at: begun })
    await store
      .container()
      .resolve(Modules.ORDER)
      .updateOrders([{ id: lost.id, is_draft_order: false, status: "pending" }])
    await sweep()
    const { sold_at, snapshots } = await sales.ofOrder(lost.id)
    expect([Date.parse(sold_at) >= before, snapshots.length]).toEqual([true, 1])
  })

  it("SA4, H6: days of the store, through changes of the clocks; in another time zone, a sale stays of its day", async () => {
    const { options } = store.container().resolve<CoreModuleService>(CORE_MODULE)
    const { timeZone } = options
    const nights = [
      // Half past midnight in the store.
      ["2026-01-09T23:30:00Z", "2026-01-10"],
      ["2026-03-28T22:59:59Z", "2026-03-28"],
      ["2026-03-28T23:00:00Z", "2026-03-29"],
      ["2026-03-29T21:59:59Z", "2026-03-29"],
      ["2026-03-29T22:00:00Z", "2026-03-30"],
      ["2026-10-24T22:00:00Z", "2026-10-25"],
      ["2026-10-25T22:59:59Z", "2026-10-25"],
      ["2026-10-25T23:00:00Z", "2026-10-26"],
    ] as const
    const orders = await store
      .container()
      .resolve(Modules.ORDER)
      .createOrders(
        nights.map(() => ({
          ...{ region_id: shop.world.regions.eur.id, currency_code: "eur", email: "night@test.example" },
          items: [{ title: "Night", quantity: 1, unit_price: 0 }],
        })),
      )
    const placed = orders.map(({ id }, index) => ({ id, at: nights[index]?.[0] ?? "", on: nights[index]?.[1] ?? "" }))
    Object.assign(options, { timeZone: "Europe/Zurich" })
    try {
      for (const { id, at, on } of placed) {
        await store.knex()("order").where({ id }).update({ created_at: at })
        await sales.follow(id, today)
        expect((await sales.ofOrder(id)).sold_on).toBe(on)
      }
      expect((await sales.list({ sold_from: "2026-10-25", sold_to: "2026-10-25" })).count).toBe(2)
      expect((await sales.list({ sold_from: "2026-01-10", sold_to: "2026-01-10" })).count).toBe(1)
      expect((await sales.list({ sold_to: "2026-01-09" })).count).toBe(0)
      const before = await Promise.all(placed.map(({ id }) => sales.ofOrder(id)))
      Object.assign(options, { timeZone: "Pacific/Kiritimati" })
      for (const { id } of placed) {
        expect(await sales.follow(id, today)).toEqual({ isNew: false, written: 0 })
      }
      expect(await Promise.all(placed.map(({ id }) => sales.ofOrder(id)))).toEqual(before)
    } finally {
      Object.assign(options, { timeZone })
    }
  })

  it("H2: what was released follows its order also where the process died before it did", async () => {
    const order = await buy([shop.mug])
    const { id } = await sales.ofOrder(order.id)
    await sales.change(id, "hold")
    await sales.fulfil(order.id)
    await sales.releaseAndDie(id)
    expect((await sales.ofOrder(order.id)).status).toBe("processing")
    expect(await sales.followDue(today)).toBe(1)
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
    expect(await sales.followDue(today)).toBe(0)
  })
})
