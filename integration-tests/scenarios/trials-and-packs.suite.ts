import type { ChangePreviewAnswer } from "../../src/contracts/billing/changes"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { CartClient } from "../support/cart-client"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../support/create-subscriber"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { giveDiscount } from "../support/give-discount"
import { giveArticle } from "../support/give-package"
import { giveRecurringPackage } from "../support/give-recurring-package"
import { pushClockTo } from "../support/push-clock-to"
import { storeSuite } from "../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const BOUGHT_ON = "2027-10-26"
const DEMO = "pp_demo_demo"

/** From a trial to what is paid, with a card and without; discounts that end; a pack and what is in it. */
export const trialsAndPacksSuite = storeSuite(__filename, (store) => {
  let world: World
  let trial: OfferedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    trial = await createOfferedProduct(store.container(), {
      title: "Backup",
      salesChannelId: world.salesChannelId,
      trialDays: 14,
      terms: { billing_day: { day: 1 } },
      cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur: 30 } }],
    })
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const billed = async (id: string) => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ status, period_start, period_end, total }) => [
      ...[status, period_start, period_end],
      Number(total).toFixed(2),
    ])
  }

  it("B14, B5a: with a saved card, the trial's end is charged by itself: the part up to the billing day, then months", async () => {
    const clara = await createSubscriber(store, {
      world,
      hosting: trial,
      email: "clara@test.example",
      buy: async (headers) => {
        const client = new CartClient(store, world, headers)
        const { id } = await client.create("de", { items: [{ variant_id: trial.variants.Monthly ?? "", quantity: 1 }] })
        const method = { provider_id: DEMO, data: { payment_method: "new" } }
        await store.api.post(`/store/carts/${id}/payment-method`, method, { headers })
        await client.completeUnpaid(id)
      },
    })
    expect(await clara.seen()).toMatchObject({
      ...{ status: "trialing", trial_end_on: "2027-11-09", collection_method: "charge_automatically" },
      upcoming: { due_on: "2027-11-09", period_end: "2027-12-01", total: "26.18" },
    })
    await clara.until("2027-11-08")
    expect(await billed(clara.id)).toEqual([])
    await clara.until("2027-11-09", "2027-12-01")
    // 22 of the 30 days of November, then a month.
    expect(await billed(clara.id)).toEqual([
      ["paid", "2027-11-09", "2027-12-01", "26.18"],
      ["paid", "2027-12-01", "2028-01-01", "35.70"],
    ])
    expect(await clara.attempts()).toMatchObject([
      { status: "paid", as_of: "2027-11-09" },
      { status: "paid", as_of: "2027-12-01" },
    ])
  })

  it("B14: without one, its first invoice is sent at the trial's end, and is paid by the customer", async () => {
    const clara = await createSubscriber(store, { world, hosting: trial, email: "clara@test.example" })
    expect(await clara.seen()).toMatchObject({ status: "trialing", collection_method: "send_invoice" })
    await clara.until("2027-11-08", "2027-11-09")
    expect(await billed(clara.id)).toEqual([["issued", "2027-11-09", "2027-12-01", "26.18"]])
    expect(await clara.attempts()).toEqual([])
    await clara.until("2027-11-10")
    expect(await clara.seen()).toMatchObject({ status: "past_due" })
    const { invoice_id } = await store
      .knex()("billing_renewal")
      .where({ subscription_id: clara.id })
      .first("invoice_id")
    await clara.admin(`/admin/billing/invoices/${invoice_id}/mark-paid`, { reason: "transfer 4711" })
    await clara.until("2027-11-11")
    expect(await clara.seen()).toMatchObject({ status: "active", next_bill: { due_on: "2027-12-01" } })
  })

  it("B14: who leaves in the trial is never charged, whatever the notice", async () => {
    const clara = await createSubscriber(store, { world, hosting: trial, email: "clara@test.example" })
    await clara.customer(`/store/customers/me/subscriptions/${clara.id}/cancel`, {})
    await clara.until("2027-11-09", "2028-01-01")
    expect(await clara.seen()).toMatchObject({ status: "canceled", ended_on: "2027-11-09" })
    expect(await billed(clara.id)).toEqual([])
  })

  it("B28, B25: a discount for three cycles goes on with more units, not with another product, and counts no part", async () => {
    const plan = (title: string, eur: number) =>
      createOfferedProduct(store.container(), {
        title,
        salesChannelId: world.salesChannelId,
        cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur } }],
      })
    const [basic, pro] = [await plan("Basic", 10), await plan("Pro", 20)]
    await giveDiscount(store.container(), {
      name: "Autumn",
      rules: [{ value: "50" }],
      on: [{ level: "variant", target_id: basic.variants.Monthly ?? "" }],
      renewals: "cycles",
      renewal_cycles: 3,
    })
    const clara = await createSubscriber(store, { world, hosting: basic, email: "clara@test.example" })
    await clara.until("2027-11-10")
    const more = await change(clara, { quantity: 2, when: "now" })
    // 16 of 31 days of twice the price, less half.
    expect(more).toMatchObject({ kind: "prorate", charge: "5.16", credit: "2.58" })
    await clara.until("2027-11-26")
    const other = await clara.admin<{ change: ChangePreviewAnswer }>(
      `/admin/billing/subscriptions/${clara.id}/changes/preview`,
      { cycle_id: await cycleOf(pro), when: "period_end" },
    )
    expect(other.change).toMatchObject({ kind: "schedule", invoice: { total: "47.60" } })
    await clara.until("2027-12-26", "2028-01-26")
    const totals = (await billed(clara.id)).map((one) => one[3])
    expect(totals).toEqual([Number(more.due_total).toFixed(2), "11.90", "11.90", "23.80"])
  })

  it("B27: a pack has the one subscription: what is in it is billed, paused, skipped and ended with it, and not by itself", async () => {
    const { salesChannelId } = world
    const [mail, disk] = [
      await giveArticle(store.container(), { title: "Mail", salesChannelId, prices: { eur: 8 } }),
      await giveArticle(store.container(), { title: "Disk", salesChannelId, prices: { eur: 5 } }),
    ]
    const { productId, variantId } = await giveRecurringPackage(store.container(), {
      ...{ title: "Pack", salesChannelId, pricing: "contents_all", prices: { eur: 1 }, contents: [mail, disk] },
    })
    const hosting = { productId, offerId: "", variants: { Monthly: variantId } }
    const clara = await createSubscriber(store, {
      ...{ world, hosting, email: "clara@test.example" },
      buy: async (headers) => {
        const client = new CartClient(store, world, headers)
        const { id } = await client.create("de")
        await store.api.post(`/store/carts/${id}/packages`, { variant_id: variantId, quantity: 1 }, { headers })
        await client.complete(id, DEMO)
      },
    })
    const members = () => store.knex()("billing_subscription").where({ email: "clara@test.example" })
    expect(await members()).toHaveLength(1)
    expect(await clara.seen()).toMatchObject({ items: [{ kind: "package" }, { kind: "content" }, { kind: "content" }] })
    await clara.until("2027-11-05")
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/pause`, { reason: "on holiday", until: "2027-11-15" })
    await clara.until("2027-11-15")
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/skip`, { reason: "on holiday" })
    // 21 days were left on 5 November; December's cycle is left out.
    await clara.until("2027-12-06", "2028-01-06")
    expect(await billed(clara.id)).toEqual([
      ["skipped", "2027-12-06", "2028-01-06", "0.00"],
      ["paid", "2028-01-06", "2028-02-06", "15.47"],
    ])
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/cancel`, { when: "period_end", reason: "moved away" })
    await clara.until("2028-02-06", "2028-05-01")
    expect(await billed(clara.id)).toHaveLength(2)
    expect(await members()).toMatchObject([{ status: "canceled", ended_on: "2028-02-06", next_due_on: null }])
  })

  const cycleOf = async ({ offerId }: OfferedProduct): Promise<string> => {
    const { id } = await store.knex()("billing_cycle").where({ offer_id: offerId }).first("id")
    return String(id)
  }

  /** Looks at the preview, then makes just that change. */
  async function change(clara: SubscriberStory, body: Record<string, unknown>): Promise<ChangePreviewAnswer> {
    const path = `/admin/billing/subscriptions/${clara.id}/changes`
    const { change: seen } = await clara.admin<{ change: ChangePreviewAnswer }>(`${path}/preview`, body)
    const { credit_total, charge_total, due_total } = seen
    await clara.admin(path, { ...body, expected: { credit_total, charge_total, due_total } })
    return seen
  }
})
