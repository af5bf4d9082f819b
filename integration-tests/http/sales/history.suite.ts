import type { HttpTypes } from "@medusajs/framework/types"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { addUpFigures, daysMiscounted, SALES_MODULE, type SalesModuleService } from "../../../src/modules/sales"
import { addDays } from "../../../src/rules/calendar"
import { foundCustomers } from "../../../src/workflows/ports/found-customers"
import { FOUND_CUSTOMERS } from "../../../src/workflows/rooms"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { lineOf, SalesShop } from "../../support/create-sales-shop"
import type { World } from "../../support/create-world"
import { includeTaxes } from "../../support/include-taxes"
import { refusalOf } from "../../support/refusal-of"
import type { SalesClient } from "../../support/sales-client"
import { storeSuite } from "../../support/store-suite"

export const historySuite = storeSuite(__filename, (store) => {
  const shop = new SalesShop(store)
  const { buy } = shop
  let world: World
  let sales: SalesClient
  let clara: TestCustomer
  let mug: string
  let ebook: string
  let monthly: string
  let today: string

  beforeAll(async () => {
    await shop.create()
    ;({ world, sales, clara, mug, ebook, monthly, today } = shop)
  })

  afterEach(async () => expect(await daysMiscounted(store.knex())).toEqual([]))

  it("H1: an order makes one sale, with what was sold; asked again it adds nothing", async () => {
    const order = await buy([mug])
    const sale = await sales.ofOrder(order.id)
    expect(sale).toMatchObject({
      ...{ order_id: order.id, display_id: order.display_id, customer_id: clara.customer.id },
      ...{ status: "processing", payment_status: "paid", is_effective: true, types: ["simple"], sold_on: today },
      ...{ customer_name: "Clara Customer", personal_state: null },
    })
    const [snapshot] = sale.snapshots
    expect(snapshot?.lines).toMatchObject([{ title: "Blue mug", quantity: "1", unit_price: "20" }])
    expect(snapshot?.personal).toMatchObject({ email: "clara@test.example", name: "Clara Customer" })
    expect(sale.events.map(({ kind }) => kind)).toEqual(["sold", "captured", "paid", "status"])
    const again = await Promise.all([1, 2, 3].map(() => sales.follow(order.id, today)))
    expect(again.map(({ written }) => written)).toEqual([0, 0, 0])
    expect(await sales.ofOrder(order.id)).toEqual(sale)
    expect(await store.knex()("sales_sale").where({ order_id: order.id })).toHaveLength(1)
  })

  it("H2, H4: a simple product is processed, finalized when all of it is fulfilled, closed after the return period", async () => {
    const order = await buy([mug], { isPaid: false })
    expect(await sales.ofOrder(order.id)).toMatchObject({ payment_status: "authorized", is_effective: false })
    await shop.capture(order.id)
    expect(await sales.ofOrder(order.id)).toMatchObject({ payment_status: "paid", is_cancelable: true })
    const fulfillment = await sales.fulfil(order.id)
    expect(await sales.way(order.id)).toEqual(["created", "processing", "finalized"])
    await sales.ship(order.id, fulfillment, [lineOf(order, "Blue mug")])
    await sales.deliver(order.id, fulfillment)
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
    await sales.follow(order.id, addDays(today, 13))
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
    await sales.follow(order.id, addDays(today, 14))
    expect(await sales.way(order.id)).toEqual(["created", "processing", "finalized", "closed"])
    expect((await sales.ofOrder(order.id)).changes).toEqual([])
  })

  it("H4: a digital product is finalized and closed when it is delivered", async () => {
    const order = await buy([ebook])
    expect(await sales.ofOrder(order.id)).toMatchObject({ types: ["digital"], status: "processing" })
    const fulfillment = await sales.fulfil(order.id)
    expect((await sales.ofOrder(order.id)).status).toBe("processing")
    await sales.deliver(order.id, fulfillment)
    expect((await sales.ofOrder(order.id)).status).toBe("closed")
  })

  it("H4: a subscription is finalized once it runs, whatever its fee's line; closed after the return period", async () => {
    const order = await buy([monthly])
    expect(await sales.ofOrder(order.id)).toMatchObject({
      ...{ status: "finalized", total: expect.stringMatching(/^1\d/), types: ["subscription"] },
    })
    await sales.follow(order.id, addDays(today, 14))
    expect((await sales.ofOrder(order.id)).status).toBe("closed")
  })

  it("H4: a mixed order reaches a status when its last line does", async () => {
    const order = await buy([mug, ebook])
    expect((await sales.ofOrder(order.id)).types).toEqual(["digital", "simple"])
    const goods = await sales.fulfil(order.id, [lineOf(order, "Blue mug")])
    expect((await sales.ofOrder(order.id)).status).toBe("processing")
    const file = await sales.fulfil(order.id, [lineOf(order, "E-book")])
    await sales.deliver(order.id, file)
    expect((await sales.ofOrder(order.id)).status).toBe("finalized")
    await sales.deliver(order.id, goods)
    await sales.follow(order.id, addDays(today, 14))
    expect((await sales.ofOrder(order.id)).status).toBe("closed")
  })

  it("H4: a service, as the store's settings name it, is finalized with its payment; closed after the return period", async () => {
    const { options } = store.container().resolve<SalesModuleService>(SALES_MODULE)
    const { serviceTypes } = options
    await shop.makeService("Consulting")
    Object.assign(options, { serviceTypes: ["consulting"] })
    try {
      const order = await buy([ebook], { isPaid: false })
      expect(await sales.ofOrder(order.id)).toMatchObject({
        types: ["service"],
        status: "processing",
        is_cancelable: true,
      })
      await shop.capture(order.id)
      expect(await sales.ofOrder(order.id)).toMatchObject({ status: "finalized", is_cancelable: false })
      await sales.follow(order.id, addDays(today, 14))
      expect((await sales.ofOrder(order.id)).status).toBe("closed")
    } finally {
      Object.assign(options, { serviceTypes })
    }
  })

  it("H2: hold, release and stop, each with its reason; what its status does not allow is refused", async () => {
    const order = await buy([mug])
    const { id } = await sales.ofOrder(order.id)
    expect(await sales.refused(id, "release")).toMatchObject({
      status: 400,
      message: expect.stringMatching(/processing/),
    })
    expect(await sales.refused(id, "hold", {})).toMatchObject({ status: 400, message: expect.stringMatching(/reason/) })
    expect(await sales.refused(id, "hold", { reason: " " })).toMatchObject({ message: expect.stringMatching(/reason/) })
    expect(await sales.change(id, "hold", "address is wrong")).toMatchObject({ status: "interrupted" })
    // An admin who fulfils or ships it all the same is told; what code does is followed.
    const path = `/admin/orders/${order.id}/fulfillments`
    const items = [{ id: lineOf(order, "Blue mug"), quantity: 1 }]
    for (const to of [path, `${path}/ful_none/shipments`]) {
      const refusal = await refusalOf(store.api.post(to, { items }, world.adminHeaders))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringMatching(/on hold: release it/) })
    }
    // On hold it follows its order not even into what is fulfilled meanwhile; afterwards it catches up.
    await sales.fulfil(order.id)
    expect((await sales.ofOrder(order.id)).status).toBe("interrupted")
    expect(await sales.change(id, "release")).toMatchObject({ status: "finalized" })
    expect(await sales.refused(id, "stop")).toMatchObject({ status: 400 })
    const events = (await sales.ofOrder(order.id)).events.filter(({ kind }) => kind === "held")
    expect(events).toMatchObject([{ reason: "address is wrong", actor_name: expect.stringContaining("@") }])

    const other = await sales.ofOrder((await buy([mug])).id)
    const twice = await Promise.allSettled([sales.change(other.id, "stop"), sales.change(other.id, "stop")])
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const stopped = store.api.post(`/admin/orders/${other.order_id}/fulfillments`, { items }, world.adminHeaders)
    expect(await refusalOf(stopped)).toMatchObject({ status: 400, message: expect.stringMatching(/was stopped/) })
    expect(await sales.refused("sale_none", "hold")).toMatchObject({ status: 404 })
    const told = store.knex()("service_core_outbox_event").where("name", "like", "sales.%").orderBy("id")
    expect(await told.select("name", store.knex().raw("data ->> 'id' as id"))).toEqual([
      { name: "sales.sale.held", id },
      { name: "sales.sale.released", id },
      { name: "sales.sale.stopped", id: other.id },
    ])
  })

  it("SA2, SA8: five of 20.00, one refunded: 80.00 in the list, the chart and the file; the refunds of a day are found", async () => {
    await includeTaxes(store.container(), "eur")
    const orders: HttpTypes.StoreOrder[] = []
    for (let count = 0; count < 5; count++) {
      orders.push(await buy([ebook]))
    }
    expect(orders.map(({ total }) => total)).toEqual([20, 20, 20, 20, 20])
    await sales.refund(orders[2]?.id ?? "", 20)
    const net = "80"
    const mine = { customer_id: clara.customer.id, type: "digital" }
    const list = await sales.list(mine)
    expect(list.totals).toEqual([{ currency_code: "eur", sold: "100", refunded: "20", net }])
    expect([list.count, list.sales.filter(({ net: own }) => own === "0").length]).toEqual([5, 1])
    // Totals are the same however much of them is added up, by however many workers.
    const unfiltered = await sales.list({ type: "digital" })
    expect(unfiltered).toEqual({ ...list, sales: unfiltered.sales })
    const taken = await Promise.all([1, 2, 3].map(() => addUpFigures(store.knex())))
    expect(taken.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
    expect(await sales.list({ type: "digital" })).toEqual(unfiltered)
    expect(await sales.list({ type: "digital", offset: 3, limit: 1 })).toMatchObject({
      sales: [{ id: unfiltered.sales[3]?.id }],
    })
    const { data: chart } = await store.api.get("/admin/sales/figures", { ...world.adminHeaders, params: mine })
    expect(chart.points).toMatchObject([{ from: today, currency_code: "eur", net }])
    const { data: csv } = await store.api.get<string>("/admin/sales/csv", { ...world.adminHeaders, params: mine })
    const rows = csv.trim().split("\r\n").slice(1)
    const counted = rows.reduce((sum, row) => sum + Number(row.split(",").at(-1)), 0)
    expect([String(counted), rows.filter((row) => row.includes(",refund,")).length]).toEqual([net, 1])
    // SA7: an export is an event, too; what was asked for is not kept, as it may be a name.
    const exports = store.knex()("sales_event").where({ sale_id: "sale_store", kind: "exported" })
    expect(await exports.pluck("content")).toEqual(['{"what":"csv"}'])
    const refunded = await sales.list({ refunded_from: today, refunded_to: today })
    expect(refunded.sales.map(({ order_id }) => order_id)).toEqual([orders[2]?.id])
    expect((await sales.list({ refunded_to: addDays(today, -1) })).count).toBe(0)
  })

  it("H3, SA3: an order that was never paid counts nothing, whatever is given back; one with nothing to pay is paid at once", async () => {
    const unpaid = await buy([ebook], { isPaid: false })
    expect(await sales.ofOrder(unpaid.id)).toMatchObject({ is_effective: false, net: "0" })
    expect((await sales.list({ order_id: unpaid.id })).totals).toEqual([])
    await store
      .container()
      .resolve(Modules.ORDER)
      .addOrderTransactions([
        { order_id: unpaid.id, amount: -20, currency_code: "eur", reference: "refund", reference_id: "ref_none" },
      ])
    await sales.follow(unpaid.id, today)
    expect(await sales.list({ order_id: unpaid.id })).toMatchObject({
      totals: [],
      sales: [{ net: "0", refunded: "20" }],
    })

    const { result: free } = await createOrderWorkflow(store.container()).run({
      input: {
        ...{ region_id: world.regions.eur.id, sales_channel_id: world.salesChannelId, currency_code: "eur" },
        email: "free@test.example",
        items: [{ variant_id: ebook, quantity: 1, title: "E-book", unit_price: 0 }],
      },
    })
    await store.settled()
    // Medusa tells nothing of an order that code makes: the sweep finds it.
    await sales.follow(free.id, today)
    expect(await sales.ofOrder(free.id)).toMatchObject({ payment_status: "paid", is_effective: true, total: "0" })
  })

  it("H7: filters and search; a customer's own history; what is not meant is refused by name", async () => {
    const order = await buy([mug])
    expect((await sales.list({ q: "blue MÜG" })).count).toBe(1)
    expect((await sales.list({ q: `${order.display_id}` })).count).toBe(1)
    expect((await sales.list({ q: "clara" })).count).toBe(1)
    expect((await sales.list({ q: "b" })).count).toBe(1)
    expect((await sales.list({ q: "yellow" })).count).toBe(0)
    expect((await sales.list({ status: ["closed"], type: ["simple"] })).count).toBe(0)
    const many = (limit: number) => Array.from({ length: limit }, (_, index) => `cus_${index}`)
    foundCustomers.fill((_container, { limit }) => Promise.resolve(many(limit)))
    try {
      expect(await sales.list({ q: "gmail" })).toMatchObject({ count: 0, is_search_cut: true })
      const file = store.api.get("/admin/sales/csv", { ...world.adminHeaders, params: { q: "gmail" } })
      expect(await refusalOf(file)).toMatchObject({ status: 400, message: expect.stringMatching(/^q: .+ exactly$/) })
    } finally {
      foundCustomers.fill(FOUND_CUSTOMERS)
    }
    expect((await sales.list({ q: "clara" })).is_search_cut).toBe(false)
    const own = await store.api.get("/store/customers/me/sales", { headers: clara.headers })
    expect(own.data.sales).toMatchObject([
      { order_id: order.id, status: "processing", history: [{ status: "created" }, { status: "processing" }] },
    ])
    const benno = await createCustomer(store.container(), { email: "benno@test.example", ...world })
    expect((await store.api.get("/store/customers/me/sales", { headers: benno.headers })).data.count).toBe(0)
    for (const [query, field] of [
      [{ status: "lost" }, "status"],
      [{ sold_from: "2026-02-30" }, "sold_from"],
      [{ sold_from: "2026-03-01", sold_to: "2026-02-01" }, "sold_to"],
    ] as const) {
      const refusal = await refusalOf(store.api.get("/admin/sales", { ...world.adminHeaders, params: query }))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(field) })
    }
    const none = await refusalOf(store.api.get("/admin/sales/sale_none", world.adminHeaders))
    expect(none).toMatchObject({ status: 404 })
  })
})
