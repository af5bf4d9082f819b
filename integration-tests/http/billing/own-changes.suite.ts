import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import type { CustomerChange } from "../../../src/rules/billing/states"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createSubscriber } from "../../support/create-subscriber"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { pushClockTo } from "../../support/push-clock-to"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const BOUGHT_ON = "2027-05-01"

/** What customers change by themselves, and what they take instead of a cancellation. */
export const ownChangesSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 10 } }],
    })
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const subscriber = (email = "clara@test.example") => createSubscriber(store, { world, hosting, email })
  const own = (id: string) => `/store/customers/me/subscriptions/${id}`
  const at = (id: string) => `/admin/billing/subscriptions/${id}`
  const settings = (body: object) => store.api.post("/admin/billing/settings", body, world.adminHeaders)
  const totals = async (id: string) => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ total }) => (total === null ? null : Number(total).toFixed(2)))
  }

  it("B24, B31: a customer pauses until a day, goes on, skips a renewal and bills the next one now", async () => {
    const clara = await subscriber()
    const seen = (answer: unknown) => (answer as { subscription: object }).subscription
    await clara.until("2027-05-10")
    const late = await refusalOf(clara.customer(`${own(clara.id)}/pause`, { until: "2027-12-24" }))
    expect(late.message).toBe("until: It can be paused until 2027-08-08 at the latest")
    expect(seen(await clara.customer(`${own(clara.id)}/pause`, { until: "2027-06-20" }))).toMatchObject({
      ...{ status: "paused", upcoming: null },
    })
    expect(seen(await clara.customer(`${own(clara.id)}/resume`, {}))).toMatchObject({ status: "active" })
    expect(seen(await clara.customer(`${own(clara.id)}/renew-early`, {}))).toMatchObject({
      renewals: [{ status: "paid", period_start: "2027-06-01", due_on: "2027-05-10" }],
    })
    expect(seen(await clara.customer(`${own(clara.id)}/skip`, {}))).toMatchObject({
      ...{ upcoming: { due_on: "2027-08-01" }, renewals: [{ status: "skipped" }, { status: "paid" }] },
    })
    expect((await refusalOf(clara.customer(`${own(clara.id)}/renew-early`, {}))).message).toMatch(
      /2027-07-01 is skipped/,
    )
    expect((await clara.seen()).events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: "renewal_skipped", actor: expect.stringMatching(/^cus/) }),
      ]),
    )
    const bob = await subscriber("bob@test.example")
    for (const [path, body] of [
      ["pause", { until: "2027-06-01" }],
      ["resume", {}],
      ["skip", {}],
      ["renew-early", {}],
    ] as const) {
      expect(await refusalOf(bob.customer(`${own(clara.id)}/${path}`, body))).toMatchObject({ status: 404 })
    }
  })

  it("what the merchant does not allow is refused; a suspension is none of the customer's", async () => {
    const clara = await subscriber()
    const { options } = store.container().resolve<BillingModuleService>(BILLING_MODULE)
    const before: CustomerChange[] = options.customerChanges
    options.customerChanges = ["quantity"]
    try {
      for (const [path, body] of [
        ["pause", { until: "2027-06-01" }],
        ["skip", {}],
        ["renew-early", {}],
        ["cancel", {}],
        ["addresses", { billing_address: { address_1: "Seestrasse 1", city: "Bern", country_code: "ch" } }],
      ] as const) {
        expect((await refusalOf(clara.customer(`${own(clara.id)}/${path}`, body))).message).toMatch(/ask the store$/)
      }
    } finally {
      options.customerChanges = before
    }
    await clara.admin(`${at(clara.id)}/suspend`, { reason: "asked by phone" })
    expect((await refusalOf(clara.customer(`${own(clara.id)}/resume`, {}))).message).toMatch(/only a paused one/)
  })

  it("B23: a percentage for two cycles is taken instead of a cancellation, once, and the bills after it are whole", async () => {
    await settings({ retention_offer: "discount", retention_percent: "20", retention_cycles: 2 })
    const clara = await subscriber()
    await clara.customer(`${own(clara.id)}/cancel`, {})
    const offer = { kind: "discount", percent: "20", cycles: 2, from_on: "2027-06-01" }
    expect(await clara.seen()).toMatchObject({ cancel_on: "2027-06-01", retention_offer: offer })
    // Another offer than what was seen is not taken.
    expect(await refusalOf(clara.customer(`${own(clara.id)}/retention`, { kind: "pause" }))).toMatchObject({
      status: 400,
    })
    const both = await Promise.allSettled([
      clara.customer(`${own(clara.id)}/retention`, { kind: "discount" }),
      clara.admin(`${at(clara.id)}/retention`, { kind: "discount" }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await clara.seen()).toMatchObject({
      ...{ status: "active", cancel_on: null, retention_offer: null },
      items: [{ discounts: [{ name: "Loyalty discount", mode: "percent", value: "20" }] }],
      upcoming: { total: "9.52" },
    })
    await clara.until("2027-06-01", "2027-07-01", "2027-08-01")
    expect(await totals(clara.id)).toEqual(["9.52", "9.52", "11.90"])
  })

  it("B23, B25: what is taken while more units are scheduled is given on all of them", async () => {
    await settings({ retention_offer: "discount", retention_percent: "20", retention_cycles: 1 })
    const clara = await subscriber()
    const units = { quantity: 2, when: "period_end" }
    await clara.admin(`${at(clara.id)}/changes`, units)
    await clara.customer(`${own(clara.id)}/retention`, { kind: "discount" })
    expect(await clara.seen()).toMatchObject({ upcoming: { total: "19.04" } })
    await clara.until("2027-06-01", "2027-07-01")
    expect(await totals(clara.id)).toEqual(["19.04", "23.80"])
    // Who leaves changes nothing more.
    await clara.admin(`${at(clara.id)}/changes`, { quantity: 3, when: "period_end" })
    await clara.customer(`${own(clara.id)}/cancel`, {})
    expect(await clara.seen()).toMatchObject({ cancel_on: "2027-08-01", scheduled_change: null, upcoming: null })
    await clara.until("2027-08-01")
    expect((await clara.timeLine()).slice(-4).sort()).toEqual([
      ...["cancel_scheduled", "canceled", "change_scheduled", "change_withdrawn"],
    ])
  })

  it("B23: or a pause, after which it goes on", async () => {
    await settings({ retention_offer: "pause", retention_pause_days: 20 })
    const clara = await subscriber()
    await clara.until("2027-05-10")
    await clara.customer(`${own(clara.id)}/retention`, { kind: "pause" })
    expect(await clara.seen()).toMatchObject({ status: "paused", paused_until: "2027-05-30", retention_offer: null })
    await clara.until("2027-05-30")
    expect(await clara.seen()).toMatchObject({ status: "active", next_due_on: "2027-06-21" })
    expect((await clara.timeLine()).slice(2)).toEqual(["paused", "resumed"])
    const wrong = await refusalOf(settings({ retention_percent: "0" }))
    expect(wrong.message).toMatch(/retention_percent/)
  })

  it("B26: another address is on the next renewal, which is taxed by it; what was issued keeps its own", async () => {
    const clara = await subscriber()
    const address = { first_name: "Clara", address_1: "Rue de Rivoli 1", city: "Paris", postal_code: "75001" }
    const unknown = await refusalOf(
      clara.customer(`${own(clara.id)}/addresses`, { shipping_address: { ...address, country_code: "jp" } }),
    )
    expect(unknown.message).toMatch(/shipping_address\.country_code: is not a country of the region/)
    expect((await refusalOf(clara.customer(`${own(clara.id)}/addresses`, {}))).message).toMatch(/shipping_address/)
    const { subscription } = await clara.customer<{ subscription: object }>(`${own(clara.id)}/addresses`, {
      shipping_address: { ...address, country_code: "FR" },
    })
    expect(subscription).toMatchObject({ shipping_address: { city: "Paris", country_code: "fr" } })
    const { data } = await store.api.get(at(clara.id), world.adminHeaders)
    await clara.until("2027-06-01")
    const [renewal] = await store.knex()("billing_renewal").where({ subscription_id: clara.id })
    expect(Number(renewal.total)).toBe(Number(data.subscription.upcoming.total))
    const order = await store.api.get(`/admin/orders/${renewal.order_id}?fields=*shipping_address`, world.adminHeaders)
    expect(order.data.order.shipping_address).toMatchObject({ city: "Paris", country_code: "fr" })
  })
})
