import type { ChangePreviewAnswer } from "../../src/contracts/billing/changes"
import type { CivilDate } from "../../src/rules/calendar"
import { changeSubscriptionWorkflow } from "../../src/workflows/billing/changes/change-subscription"
import { previewRun } from "../../src/workflows/billing/runs/preview-run"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { createOfferedProduct } from "../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../support/create-subscriber"
import { createWorld, type World } from "../support/create-world"
import { placeOrder } from "../support/place-order"
import { findBillingFaults } from "../support/find-billing-faults"
import { pushClockTo } from "../support/push-clock-to"
import { refusalOf } from "../support/refusal-of"
import { storeSuite } from "../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const BOUGHT_ON = "2027-10-26"

/** A customer who changes the plan, again and again. */
export const changesOfAPlanSuite = storeSuite(__filename, (store) => {
  let world: World

  beforeAll(async () => {
    world = await createWorld(store)
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const plan = async (title: string, price: number) => {
    const made = await createOfferedProduct(store.container(), {
      title,
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur: price } }],
    })
    const cycle = await store.knex()("billing_cycle").where({ offer_id: made.offerId }).first("id")
    return { ...made, cycleId: String(cycle.id) }
  }
  const changeTo = async (clara: SubscriberStory, cycle_id: string): Promise<ChangePreviewAnswer> => {
    const path = `/admin/billing/subscriptions/${clara.id}/changes`
    const body = { cycle_id, when: "now" }
    const { change } = await clara.admin<{ change: ChangePreviewAnswer }>(`${path}/preview`, body)
    const { credit_total, charge_total, due_total } = change
    await clara.admin(path, { ...body, expected: { credit_total, charge_total, due_total } })
    return change
  }
  const difference = ({ charge, credit }: ChangePreviewAnswer) => (Number(charge) - Number(credit)).toFixed(2)
  const billed = async (id: string): Promise<[string, CivilDate, CivilDate, string][]> => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ status, period_start, period_end, total }) => [
      status,
      period_start,
      period_end,
      Number(total).toFixed(2),
    ])
  }

  /** What was sent is paid by the customer's transfer. */
  const pay = async (clara: SubscriberStory): Promise<void> => {
    const of = { subscription_id: clara.id }
    const { invoice_id } = await store.knex()("billing_renewal").where(of).orderBy("cycle", "desc").first("invoice_id")
    await clara.admin(`/admin/billing/invoices/${invoice_id}/mark-paid`, { reason: "transfer 4711" })
  }

  it("BI1: upgraded twice in one period, with tax, and down again; each change credits what the last one charged", async () => {
    const [thirty, forty, fifty] = [await plan("Thirty", 30), await plan("Forty", 40), await plan("Fifty", 50)]
    const clara = await createSubscriber(store, { world, hosting: thirty, email: "clara@test.example" })

    // 21 of 31 days are left.
    await clara.until("2027-11-05")
    const first = await changeTo(clara, forty.cycleId)
    expect(first).toMatchObject({ credit: "20.32", charge: "27.10", credit_total: "24.18", charge_total: "32.25" })
    expect(difference(first)).toBe("6.78")

    // 16 days are left: what the first change charged is credited, not the list price.
    await clara.until("2027-11-10")
    const second = await changeTo(clara, fifty.cycleId)
    expect(second).toMatchObject({ credit: "20.65", charge: "25.81" })
    expect(difference(second)).toBe("5.16")

    // Down to the first plan: the customer's balance keeps what is too much, and pays the next invoice.
    await clara.until("2027-11-16")
    const back = await changeTo(clara, thirty.cycleId)
    expect(back).toMatchObject({ credit: "16.13", charge: "9.68", due_total: "0.00" })
    expect(await clara.seen()).toMatchObject({ next_due_on: "2027-11-26", status: "active" })

    await clara.until("2027-11-26")
    const owed = Number(back.balance_after)
    expect(owed).toBeGreaterThan(0)
    expect(await billed(clara.id)).toEqual([
      ["paid", "2027-11-05", "2027-11-10", Number(first.due_total).toFixed(2)],
      ["paid", "2027-11-10", "2027-11-16", Number(second.due_total).toFixed(2)],
      ["paid", "2027-11-16", "2027-11-26", "0.00"],
      ["paid", "2027-11-26", "2027-12-26", (35.7 - owed).toFixed(2)],
    ])
    expect((await clara.timeLine()).filter((type) => type === "changed")).toHaveLength(3)
  })

  it("a process dies after the credit note: the next tick goes on, and credits nothing twice", async () => {
    const [thirty, forty] = [await plan("Thirty", 30), await plan("Forty", 40)]
    const clara = await createSubscriber(store, { world, hosting: thirty, email: "clara@test.example" })
    await clara.until("2027-11-05")
    // The credit note is issued, and the terms cannot be written.
    await store
      .knex()
      .raw("alter table billing_subscription_change add constraint dies_here check (status <> 'applied') not valid")
    const input = {
      id: clara.id,
      wish: { cycle_id: forty.cycleId, when: "now" as const },
      as_of: "2027-11-05",
      actor: "user:user_1" as const,
    }
    const { errors } = await changeSubscriptionWorkflow(store.container()).run({ input, throwOnError: false })
    expect(JSON.stringify(errors.map(({ error }) => error.message))).toMatch(/dies_here/)
    await store.knex().raw("alter table billing_subscription_change drop constraint dies_here")
    expect(await clara.seen()).toMatchObject({ items: [{ title: "Thirty" }] })
    // Its lease runs out.
    await store.knex()("billing_subscription_change").update({ updated_at: "2020-01-01" })
    await billingTick(store.container(), "2027-11-05")
    await billingTick(store.container(), "2027-11-05")
    await store.settled()
    expect(await clara.seen()).toMatchObject({ items: [{ title: "Forty" }], next_due_on: "2027-11-26" })
    expect(await store.knex()("billing_invoice").where({ kind: "credit_note" })).toHaveLength(1)
    expect(await billed(clara.id)).toEqual([["paid", "2027-11-05", "2027-11-26", "8.07"]])
  })

  it("B3: a free product is changed to a paid one: it does not expire any more, and is billed from that day", async () => {
    const paid = await plan("Thirty", 30)
    const free = await createOfferedProduct(store.container(), {
      title: "Taster",
      salesChannelId: world.salesChannelId,
      paymentType: "free",
      cycles: [{ name: "Monthly", interval: null, prices: { eur: 0 } }],
    })
    await store.knex()("billing_offer").where({ id: free.offerId }).update({ duration_unit: "day", duration_count: 30 })
    const clara = await createSubscriber(store, { world, hosting: free, email: "clara@test.example" })
    await clara.until("2027-11-05")
    expect(await clara.seen()).toMatchObject({ payment_type: "free", expires_on: "2027-11-25" })

    const change = await changeTo(clara, paid.cycleId)
    expect(change).toMatchObject({ kind: "restart", credit: "0.00", charge_total: "35.70", due_total: "35.70" })
    expect(await clara.seen()).toMatchObject({
      ...{ status: "active", payment_type: "recurring", expires_on: null, anchor_on: "2027-11-05" },
      ...{ period_end: "2027-12-05", collection_method: "send_invoice" },
    })
    // No method was saved for what is free: the invoice waits for the customer.
    expect(await billed(clara.id)).toEqual([["issued", "2027-11-05", "2027-12-05", "35.70"]])
  })

  it("B3: at its end it stays free until then, and is billed from that day on", async () => {
    const paid = await plan("Thirty", 30)
    const free = await createOfferedProduct(store.container(), {
      title: "Taster",
      salesChannelId: world.salesChannelId,
      paymentType: "free",
      cycles: [{ name: "Monthly", interval: null, prices: { eur: 0 } }],
    })
    await store.knex()("billing_offer").where({ id: free.offerId }).update({ duration_unit: "day", duration_count: 30 })
    const clara = await createSubscriber(store, { world, hosting: free, email: "clara@test.example" })
    const body = { cycle_id: paid.cycleId, when: "period_end" }
    const path = `/admin/billing/subscriptions/${clara.id}/changes`
    const { change } = await clara.admin<{ change: ChangePreviewAnswer }>(`${path}/preview`, body)
    expect(change).toMatchObject({ kind: "schedule", on: "2027-11-25", due_total: "0.00", invoice: { total: "35.70" } })
    await clara.admin(path, body)
    await clara.until("2027-11-24")
    expect(await clara.seen()).toMatchObject({ payment_type: "free", items: [{ title: "Taster" }] })
    await clara.until("2027-11-25")
    expect(await clara.seen()).toMatchObject({
      ...{ status: "active", payment_type: "recurring", expires_on: null, items: [{ title: "Thirty" }] },
    })
    expect(await billed(clara.id)).toEqual([["issued", "2027-11-25", "2027-12-25", "35.70"]])
  })

  it("B25, B20: units that were split off are credited of the renewal that they were billed with", async () => {
    const thirty = await plan("Thirty", 30)
    const clara = await createSubscriber(store, {
      ...{ world, hosting: thirty, email: "clara@test.example" },
      buy: (headers) =>
        placeOrder(store, world, {
          ...{ headers, providerId: "pp_demo_demo" },
          items: [{ variant_id: thirty.variants.Monthly ?? "", quantity: 3 }],
        }),
    })
    await clara.until("2027-11-26")
    const item = await store.knex()("billing_subscription_item").where({ subscription_id: clara.id }).first("id")
    const split = { item_id: item.id, quantity: 1 }
    const path = "/admin/billing/subscriptions"
    const { split_off } = await clara.admin<{ split_off: { id: string } }>(`${path}/${clara.id}/split`, split)
    const renewal = await store.knex()("billing_renewal").where({ subscription_id: clara.id }).first("invoice_id")
    await clara.until("2027-12-11")
    const more = async () =>
      (
        await clara.admin<{ change: ChangePreviewAnswer }>(`${path}/${split_off.id}/changes/preview`, {
          ...{ quantity: 2, when: "now" },
        })
      ).change
    // 15 of 30 days of one unit, and of two.
    const expected = { credit: "15.00", charge: "30.00", credited_invoice: { id: renewal.invoice_id } }
    expect(await more()).toMatchObject(expected)
    // The two that stayed are credited of the same line.
    await clara.admin(`${path}/${clara.id}/changes`, { quantity: 1, when: "now" })
    expect(await more()).toMatchObject(expected)
  })

  it("B25, B30: a downgrade at the end, whose invoice is sent a week before: the bill is of the new price, and the plan changes with its period", async () => {
    const [forty, thirty] = [await plan("Forty", 40), await plan("Thirty", 30)]
    const clara = await createSubscriber(store, { world, hosting: forty, email: "clara@test.example" })
    const sent = { collection_method: "send_invoice", next_due_on: "2027-11-19" }
    await store.knex()("billing_subscription").where({ id: clara.id }).update(sent)
    const path = `/admin/billing/subscriptions/${clara.id}`
    const down = { cycle_id: thirty.cycleId, when: "period_end" }
    const preview = (body: Record<string, unknown>) => clara.admin(`${path}/changes/preview`, body)
    await clara.until("2027-11-05")
    expect(await preview(down)).toMatchObject({
      change: { kind: "schedule", on: "2027-11-26", invoice: { total: "35.70" } },
    })
    await clara.admin(`${path}/changes`, down)
    const { sums } = await previewRun(store.container(), "2027-11-19")
    expect(sums.map(({ sent }) => [sent.count, Number(sent.total)])).toEqual([[1, 35.7]])

    await clara.until("2027-11-19")
    expect(await billed(clara.id)).toEqual([["issued", "2027-11-26", "2027-12-26", "35.70"]])
    await pay(clara)
    // Until the period begins it is what was paid for.
    const before = {
      ...{ items: [{ title: "Forty" }], scheduled_change: { on: "2027-11-26", title: "Thirty", is_billed: true } },
      ...{ upcoming: { total: "35.70", due_on: "2027-12-26" }, earliest_end: { on: "2027-12-26" } },
    }
    expect(await clara.seen()).toMatchObject(before)
    expect(await clara.timeLine()).not.toContain("changed")
    const reason = { reason: "on holiday" }
    for (const ask of [
      preview({ quantity: 2, when: "now" }),
      clara.admin(`${path}/changes/undo`, {}),
      clara.admin(`${path}/pause`, reason),
      clara.admin(`${path}/skip`, reason),
    ]) {
      expect(await refusalOf(ask)).toMatchObject({
        ...{ status: 400, message: expect.stringMatching(/billed already for what it is from 2027-11-26 on/) },
      })
    }
    await clara.until("2027-11-25")
    expect(await clara.seen()).toMatchObject(before)
    await clara.until("2027-11-26")
    expect(await clara.seen()).toMatchObject({ items: [{ title: "Thirty" }], scheduled_change: null })
    await clara.until("2027-12-19")
    expect((await billed(clara.id)).slice(1)).toEqual([["issued", "2027-12-26", "2028-01-26", "35.70"]])
    expect((await clara.timeLine()).filter((type) => /change/.test(type))).toEqual(["change_scheduled", "changed"])
  })

  it("B25, B30: another interval, sent a week before: its cycles are of the new interval at once, and it is canceled for their end", async () => {
    const both = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [
        { name: "Monthly", interval: MONTHLY, prices: { eur: 10 } },
        { name: "Annual", interval: { unit: "year", count: 1 }, prices: { eur: 100 } },
      ],
    })
    const [annual] = await store.knex()("billing_cycle").where({ variant_id: both.variants.Annual })
    const clara = await createSubscriber(store, { world, hosting: both, email: "clara@test.example" })
    const sent = { collection_method: "send_invoice", next_due_on: "2027-11-19" }
    await store.knex()("billing_subscription").where({ id: clara.id }).update(sent)
    const path = `/admin/billing/subscriptions/${clara.id}`
    await clara.admin(`${path}/changes`, { cycle_id: annual.id, when: "period_end" })
    await clara.until("2027-11-20")
    expect(await billed(clara.id)).toEqual([["issued", "2027-11-26", "2028-11-26", "119.00"]])
    await pay(clara)
    expect(await clara.seen()).toMatchObject({
      ...{ interval_unit: "month", next_due_on: "2028-11-19", earliest_end: { on: "2028-11-26" } },
      next_bill: { invoice_on: "2028-11-19", due_on: "2028-11-26" },
    })
    await clara.admin(`${path}/cancel`, { when: "period_end", reason: "moves away" })
    // A store that was down over the day writes it for the day.
    await clara.until("2027-12-20")
    expect(await clara.seen()).toMatchObject({
      ...{ interval_unit: "year", anchor_on: "2027-11-26", cancel_on: "2028-11-26", upcoming: null },
      events: expect.arrayContaining([expect.objectContaining({ type: "changed", as_of: "2027-11-26" })]),
    })
    expect(await billed(clara.id)).toHaveLength(1)
  })

  it("B14: a change in a trial replaces the terms; the trial goes on, and its end bills the new ones", async () => {
    const pro = await plan("Forty", 40)
    const trial = await createOfferedProduct(store.container(), {
      title: "Backup",
      salesChannelId: world.salesChannelId,
      trialDays: 14,
      cycles: [{ name: "Monthly", interval: MONTHLY, prices: { eur: 4 } }],
    })
    const clara = await createSubscriber(store, { world, hosting: trial, email: "clara@test.example" })
    expect(await clara.seen()).toMatchObject({ status: "trialing", trial_end_on: "2027-11-09" })
    const change = await changeTo(clara, pro.cycleId)
    expect(change).toMatchObject({
      kind: "replace",
      charge_total: "0.00",
      invoice: { due_on: "2027-11-09", total: "47.60" },
    })
    expect(await billed(clara.id)).toEqual([])
    await clara.until("2027-11-09")
    expect(await clara.seen()).toMatchObject({ status: "active", items: [{ title: "Forty" }] })
    expect(await billed(clara.id)).toMatchObject([[expect.any(String), "2027-11-09", "2027-12-09", "47.60"]])
  })
})
