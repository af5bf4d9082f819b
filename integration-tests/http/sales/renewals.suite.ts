import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { daysMiscounted } from "../../../src/modules/sales"
import { addDays } from "../../../src/rules/calendar"
import { sum } from "../../../src/rules/money"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { placeOrder } from "../../support/place-order"
import { runBilling } from "../../support/run-billing"
import { SalesClient } from "../../support/sales-client"
import { seedSubscriptions, type SeededSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

export const renewalSalesSuite = storeSuite(__filename, (store) => {
  let world: World
  let sales: SalesClient

  beforeAll(async () => {
    world = await createWorld(store)
    sales = new SalesClient(store, world)
  })
  afterEach(async () => expect(await daysMiscounted(store.knex())).toEqual([]))

  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  const sweep = async () => sweepOrders(store.container(), { now: new Date(), today: await today() }, orderRooms)
  const verify = async () =>
    (await store.api.post("/admin/sales/verifications", {}, world.adminHeaders)).data.verification
  const seed = (over: Partial<SeededSubscriptions> = {}): Promise<string[]> =>
    seedSubscriptions(store.knex(), {
      ...{ count: 3, prefix: "R", anchorOn: "2026-01-31", currencyCode: "eur", regionId: world.regions.eur.id },
      ...{ salesChannelId: world.salesChannelId, countryCode: "de", unitPrice: "29.90", withMethods: true },
      ...over,
    })
  const renewed = (): Promise<{ order_id: string }[]> =>
    store.knex()("billing_renewal").whereNotNull("order_id").orderBy("id").select("order_id")

  it("H1: renewals have their sales with their orders, as one by one would make them; the sweep adds their payment alone", async () => {
    await seed()
    // 29.484, and a tax inside of the price.
    await seed({ prefix: "N", count: 1, unitPrice: "9.00", quantity: 3, countryCode: "ch", currencyCode: "chf" })
    await seed({ prefix: "G", count: 1, unitPrice: "109.20", isTaxInclusive: true })
    await runBilling(store.container(), "2026-02-28")
    const orders = await renewed()
    expect(orders).toHaveLength(5)
    for (const { order_id } of orders) {
      expect(await sales.ofOrder(order_id)).toMatchObject({
        ...{ types: ["subscription"], status: "created", events: [{ kind: "sold" }] },
        snapshots: [{ personal: { email: "clara@test.example" } }],
      })
    }
    await sweep()
    for (const { order_id } of orders) {
      const sale = await sales.ofOrder(order_id)
      expect(sale).toMatchObject({ status: "finalized", payment_status: "paid", is_effective: true })
      expect(sale.events.map(({ kind }) => kind)).toEqual(["sold", "captured", "paid", "status", "status"])
      expect(sale.snapshots).toHaveLength(1)
      expect(await sales.follow(order_id, await today())).toEqual({ isNew: false, written: 0 })
    }
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
  })

  it("H1: sales that could not be made with their renewals hold up no billing run; the sweep makes them, once", async () => {
    await seed()
    const knex = store.knex()
    await knex.raw(`create function break_sales() returns trigger language plpgsql as
      $$ begin raise exception 'no room for sales'; end $$`)
    await knex.raw(`create trigger break_sales before insert on sales_sale for each row execute function break_sales()`)
    await runBilling(store.container(), "2026-02-28")
    expect(await knex("billing_run").select("status", "issued", "paid")).toEqual([
      { status: "completed", issued: 3, paid: 3 },
    ])
    expect((await sales.list()).count).toBe(0)
    const [{ order_id: broken } = { order_id: "" }] = await renewed()
    await knex.raw(`create or replace function break_sales() returns trigger language plpgsql as
      $$ begin if new.order_id = '${broken}' then raise exception 'no room for this one'; end if; return new; end $$`)
    await Promise.all([sweep(), sweep()])
    // One that fails holds up no other, and is tried again.
    expect((await sales.list()).count).toBe(2)
    expect(
      await knex("service_core_order_task").where({ room: "sales", order_id: broken }).pluck("last_error"),
    ).toEqual(expect.arrayContaining([expect.stringContaining("no room for this one")]))
    await knex.raw("drop trigger break_sales on sales_sale")
    await sales.follow(broken, await today())
    expect(await sales.list()).toMatchObject({ count: 3, sales: [{ payment_status: "paid" }, {}, {}] })
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
  })

  it("H4: a subscription's year gives its orders and sales, and ending it removes none", async () => {
    const { headers } = await createCustomer(store.container(), { email: "clara@test.example", ...world })
    const hosting = await createOfferedProduct(store.container(), {
      ...{ title: "Hosting", salesChannelId: world.salesChannelId },
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
    })
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }]
    await placeOrder(store, world, { items, headers, providerId: "pp_demo_demo" })
    const begun = await today()
    for (let month = 1; month < 12; month++) {
      await runBilling(store.container(), addDays(begun, month * 31))
    }
    await sweep()
    const year = await sales.list({ type: "subscription" })
    expect(year).toMatchObject({ count: 12, totals: [{ currency_code: "eur", refunded: "0" }] })
    expect(year.sales.map(({ status, customer_name }) => [status, customer_name])).toEqual(
      year.sales.map(() => ["finalized", "Clara Customer"]),
    )
    expect(year.totals[0]?.net).toBe(sum(year.sales.map(({ net }) => net)))
    const { id } = await store.knex()("billing_subscription").first("id")
    const end = { when: "now", reason: "moved away" }
    await store.api.post(`/admin/billing/subscriptions/${id}/cancel`, end, world.adminHeaders)
    await store.settled()
    await sweep()
    expect(await sales.list({ type: "subscription" })).toEqual(year)
  })
})
