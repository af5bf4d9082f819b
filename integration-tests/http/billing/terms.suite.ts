import type { SaveOffer } from "../../../src/contracts/billing/offers"
import { CORE_MODULE, type CoreModuleService } from "../../../src/modules/core"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { CartClient } from "../../support/cart-client"
import { createCustomer } from "../../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createSubscriber } from "../../support/create-subscriber"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { pushClockTo } from "../../support/push-clock-to"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

type Terms = Pick<SaveOffer, "cycle_limit" | "billing_day" | "minimum_term" | "notice">

/** What an offer says beyond its price, from the offer to the last bill. */
export const termsSuite = storeSuite(__filename, (store) => {
  let world: World
  let products = 0

  beforeAll(async () => {
    world = await createWorld(store)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const hosting = (terms: Terms, price = 30, months = 1): Promise<OfferedProduct> =>
    createOfferedProduct(store.container(), {
      title: `Hosting ${(products += 1)}`,
      salesChannelId: world.salesChannelId,
      terms,
      cycles: [
        {
          name: "Monthly",
          interval: { unit: "month", count: months },
          prices: { eur: price },
          setupFees: { eur: "5.00" },
        },
      ],
    })
  const subscriber = async (terms: Terms, price?: number, months?: number) =>
    createSubscriber(store, { world, hosting: await hosting(terms, price, months), email: "clara@test.example" })
  const billed = async (id: string) => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ period_start, period_end, total }) => [period_start, period_end, Number(total).toFixed(2)])
  }
  const admin = async (path: string, body: object) => refusalOf(store.api.post(path, body, world.adminHeaders))

  it("B5b: three cycles are billed, and it expires at the last one's end, pushed back by a pause", async () => {
    await pushClockTo(store, world, "2027-01-31")
    const clara = await subscriber({ cycle_limit: 3 })
    expect(await clara.seen()).toMatchObject({ end_cycle: 3, expires_on: "2027-04-30" })
    await clara.until("2027-02-28", "2027-03-10")
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/pause`, { reason: "on holiday" })
    await clara.until("2027-03-20")
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/resume`, { reason: "back" })
    // 21 days of the second month were left.
    expect(await clara.seen()).toMatchObject({ status: "active", expires_on: "2027-05-10" })
    await clara.until("2027-04-10", "2027-09-01")
    expect(await billed(clara.id)).toEqual([
      // What is billed keeps its period.
      ["2027-02-28", "2027-03-31", "35.70"],
      ["2027-04-10", "2027-05-10", "35.70"],
    ])
    expect(await clara.seen()).toMatchObject({ status: "expired", ended_on: "2027-05-10", upcoming: null })
  })

  it("BI2: 91.00 a quarter from 20 May costs 42 of 91 days in the cart, on the invoice, and nothing twice", async () => {
    await pushClockTo(store, world, "2028-05-20")
    const product = await hosting({ billing_day: { day: 1 } }, 91, 3)
    const { headers } = await createCustomer(store.container(), {
      email: "clara@test.example",
      storeHeaders: world.storeHeaders,
    })
    const client = new CartClient(store, world, headers)
    const { id } = await client.create("de", { items: [{ variant_id: product.variants.Monthly ?? "", quantity: 1 }] })
    const cart = await client.read(id)
    const line = cart.items?.find(({ variant_id }) => variant_id !== null)
    expect(line?.adjustments).toMatchObject([{ amount: 49, description: "For 42 of 91 days" }])
    // The set-up fee of 5.00 is due whole, and both are taxed.
    expect(cart.total).toBeCloseTo((42 + 5) * 1.19, 2)
    const order = await client.complete(id, "pp_demo_demo")
    const [invoice] = await store.knex()("billing_invoice").where({ order_id: order.id })
    expect(invoice.document.totals).toMatchObject({ payable: "55.93" })
    const [row] = await store.knex()("billing_subscription").where({ order_id: order.id })
    expect(row).toMatchObject({ period_start: "2028-05-20", period_end: "2028-07-01", next_due_on: "2028-07-01" })
  })

  it("BI4: 9.00 a month from 26 February costs 3 of 28 days in the cart, at every rounding", async () => {
    await pushClockTo(store, world, "2027-02-26")
    const product = await hosting({ billing_day: { day: 1 } }, 9)
    const client = new CartClient(store, world)
    const { id } = await client.create("de", { items: [{ variant_id: product.variants.Monthly ?? "", quantity: 1 }] })
    const cart = await client.read(id)
    const line = cart.items?.find(({ variant_id }) => variant_id !== null)
    expect(line?.adjustments).toMatchObject([{ amount: 8.04, description: "For 3 of 28 days" }])
    expect(cart.total).toBeCloseTo((0.96 + 5) * 1.19, 2)
  })

  it("BI6: one cycle, bought in New York before its clocks change, ends a month later and is never renewed", async () => {
    const { options } = store.container().resolve<CoreModuleService>(CORE_MODULE)
    const { timeZone } = options
    options.timeZone = "America/New_York"
    try {
      await pushClockTo(store, world, "2027-02-27")
      const clara = await subscriber({ cycle_limit: 1 })
      expect(await clara.seen()).toMatchObject({ period_end: "2027-03-27", expires_on: "2027-03-27", upcoming: null })
      await clara.until("2027-03-26", "2027-03-27", "2027-04-27")
      expect(await clara.seen()).toMatchObject({ status: "expired", ended_on: "2027-03-27" })
      expect(await billed(clara.id)).toEqual([])
    } finally {
      options.timeZone = timeZone
    }
  })

  it("B5a: a cart of yesterday is not sold for the days of yesterday", async () => {
    await pushClockTo(store, world, "2028-08-11")
    const product = await hosting({ billing_day: { day: 1 } })
    const { headers } = await createCustomer(store.container(), {
      email: "clara@test.example",
      storeHeaders: world.storeHeaders,
    })
    const client = new CartClient(store, world, headers)
    const item = { variant_id: product.variants.Monthly ?? "", quantity: 1 }
    const { id } = await client.create("de", { items: [item] })
    await pushClockTo(store, world, "2028-08-12")
    await expect(client.complete(id, "pp_demo_demo")).rejects.toThrow()
    const [line] = (await client.change(id, { locale: "fr" })).items?.filter(({ variant_id }) => variant_id) ?? []
    // 20 of 31 days.
    expect(line?.adjustments).toMatchObject([{ amount: 10.65, description: "Pour 20 jours sur 31" }])
  })

  it("B5a: after a change to another cycle, what starts in between is the part that leads to the billing day", async () => {
    await pushClockTo(store, world, "2029-01-10")
    const product = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      terms: { billing_day: { day: 1 } },
      cycles: [
        { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 31 } },
        { name: "Annual", interval: { unit: "year", count: 1 }, prices: { eur: 365 } },
      ],
    })
    const clara = await createSubscriber(store, { world, hosting: product, email: "clara@test.example" })
    await clara.until("2029-02-01", "2029-03-02")
    expect(await billed(clara.id)).toEqual([
      ["2029-02-01", "2029-03-01", "36.89"],
      ["2029-03-01", "2029-04-01", "36.89"],
    ])
    const [annual] = await store.knex()("billing_cycle").where({ variant_id: product.variants.Annual })
    const wish = { cycle_id: annual.id, when: "now" }
    const path = `/admin/billing/subscriptions/${clara.id}/changes`
    const { change } = await clara.admin<{ change: object }>(`${path}/preview`, wish)
    // 305 days of the year from 2 March, and 30 of 31 days of March back.
    expect(change).toMatchObject({ kind: "restart", credit: "30.00", charge: "305.00", charge_total: "362.95" })
    await clara.admin(path, wish)
    expect(await clara.seen()).toMatchObject({ period_end: "2030-01-01", next_due_on: "2030-01-01" })
  })

  it("B23: a cancellation waits for minimum term and notice, is undone before, and an admin may waive both", async () => {
    await pushClockTo(store, world, "2030-01-15")
    const terms = { minimum_term: { unit: "month", count: 3 }, notice: { unit: "month", count: 1 } } as const
    const clara = await subscriber(terms)
    const own = `/store/customers/me/subscriptions/${clara.id}`
    const refused = await refusalOf(clara.customer(`${own}/cancel`, { when: "now" }))
    expect(refused).toMatchObject({ status: 400 })
    expect(refused.message).toMatch(/minimum term is not over: it can end on 2030-04-15 at the earliest/)
    expect(await clara.customer(`${own}/cancel`, {})).toMatchObject({ subscription: { cancel_on: "2030-04-15" } })
    await clara.customer(`${own}/undo-cancel`, {})
    await clara.until("2030-02-15", "2030-03-15", "2030-04-10")
    expect(await clara.seen()).toMatchObject({ earliest_end: { on: "2030-05-15", reason: "notice_period" } })
    expect(await clara.customer(`${own}/cancel`, {})).toMatchObject({ subscription: { cancel_on: "2030-05-15" } })
    await clara.until("2030-04-15", "2030-07-01")
    expect(await clara.seen()).toMatchObject({ status: "canceled", ended_on: "2030-05-15" })
    expect(await billed(clara.id)).toHaveLength(3)

    const bob = await createSubscriber(store, { world, hosting: await hosting(terms), email: "bob@test.example" })
    await bob.admin(`/admin/billing/subscriptions/${bob.id}/cancel`, { when: "now", reason: "goodwill" })
    expect(await bob.seen()).toMatchObject({ status: "canceled", ended_on: "2030-07-01" })
  })

  it("refuses terms that contradict the offer, by field; the table is the last guard", async () => {
    const { productId } = await hosting({})
    const path = `/admin/billing/products/${productId}/offer`
    const weekly = [{ interval: { unit: "week", count: 1 }, prices: [{ currency_code: "eur", amount: "9.00" }] }]
    const refused = await admin(path, { payment_type: "recurring", billing_day: { day: 32 }, cycles: weekly })
    expect(refused.message).toMatch(/billing_day\.day/)
    const knex = store.knex()
    const offer = () => knex("billing_offer").where({ product_id: productId })
    await expect(offer().update({ cycle_limit: 0 })).rejects.toThrow(/billing_offer_terms_check/)
    await expect(offer().update({ notice_unit: "month" })).rejects.toThrow(/billing_offer_terms_check/)
    await expect(offer().update({ billing_day: 32, billing_month: 1 })).rejects.toThrow(/billing_offer_terms_check/)
  })
})
