import { billedSubscription } from "../../__tests__/subscriptions"
import { planPriceMigration } from "./plan-price-migration"
import { cancelChange, firstPaymentChange, undoCancelChange } from "./subscription-change"
import { toSubscriptionFacts } from "./subscription-columns"

const settings = { invoiceDaysBefore: 7, activateOn: "authorized" as const, onFirstOrderRefund: "cancel" as const }
const cancel = (when: "now" | "period_end", changes = {}) =>
  cancelChange(billedSubscription(changes), { when, reason: "moving", asOf: "2026-02-10" }, settings)

describe("cancelChange", () => {
  it("B23: at once, nothing is due and nothing is taken any more", () => {
    expect(cancel("now")).toMatchObject({
      ok: true,
      change: {
        type: "canceled",
        stopsCollecting: true,
        patch: { status: "canceled", canceled_on: "2026-02-10", cancel_reason: "moving", next_due_on: null },
      },
    })
  })

  it("B23: at the period's end, it runs until then, and the run handles it then", () => {
    expect(cancel("period_end")).toEqual({
      ok: true,
      change: {
        type: "cancel_scheduled",
        patch: { cancel_on: "2026-02-28", cancel_reason: "moving", next_due_on: "2026-02-28" },
        data: { on: "2026-02-28", reason: "moving" },
      },
    })
  })

  it("B23: what has ended is refused, with the reason", () => {
    expect(cancel("now", { status: "expired" })).toEqual({ ok: false, reason: "The subscription is expired already" })
  })
})

describe("undoCancelChange", () => {
  it("law: a cancellation that is taken back leaves what was there before", () => {
    const before = billedSubscription()
    const scheduled = cancel("period_end")
    const row = { ...before, ...(scheduled.ok ? scheduled.change.patch : {}) }
    const undone = undoCancelChange(
      { ...row, cancel_on: row.cancel_on ?? null, next_due_on: row.next_due_on ?? null },
      "2026-02-11",
      settings,
    )
    expect(undone).toEqual({
      ok: true,
      change: {
        type: "cancel_undone",
        patch: { cancel_on: null, cancel_reason: null, next_due_on: before.next_due_on },
        data: { canceled_for: "2026-02-28" },
      },
    })
  })

  it("refuses where there is none", () => {
    expect(undoCancelChange(billedSubscription(), "2026-02-11", settings)).toMatchObject({ ok: false })
  })
})

describe("firstPaymentChange", () => {
  const pending = billedSubscription({ status: "pending", payment_method: null })
  const method = { payment_provider_id: "pp_demo", payment_method: { method: "pm_2" } }
  const asOf = "2026-02-01"

  it("B20: a payment starts it, with the method that it has saved only now", () => {
    expect(firstPaymentChange(pending, { payment: "captured", method, asOf }, settings)).toMatchObject({
      type: "activated",
      patch: { status: "active", ...method, next_due_on: "2026-02-28" },
    })
  })

  it("B14: without a method, an invoice is sent, ahead of the due date", () => {
    expect(firstPaymentChange(pending, { payment: "captured", method: null, asOf }, settings)?.patch).toEqual({
      status: "active",
      collection_method: "send_invoice",
      next_due_on: "2026-02-21",
    })
  })

  it("B14: in its trial it is trialing", () => {
    const onTrial = { ...pending, trial_end_on: "2026-02-14" }
    expect(firstPaymentChange(onTrial, { payment: "captured", method, asOf }, settings)?.patch.status).toBe("trialing")
  })

  it("B20: a refund of the whole ends it; applying it again changes nothing", () => {
    const refunded = { payment: "refunded" as const, method: null, asOf }
    expect(firstPaymentChange(billedSubscription(), refunded, settings)).toMatchObject({
      type: "canceled",
      data: { reason: "first_order_refunded" },
    })
    expect(firstPaymentChange(billedSubscription({ status: "canceled" }), refunded, settings)).toBeNull()
    expect(firstPaymentChange(billedSubscription(), { payment: "captured", method, asOf }, settings)).toBeNull()
  })
})

describe("planPriceMigration", () => {
  const subscription = { row: billedSubscription(), items: billedSubscription().items }
  const current = (amount: string) => new Map([["bsi_A", { amount, isTaxInclusive: false }]])

  it("B22: lists what changes for whom, from the first cycle that is not billed yet", () => {
    expect(planPriceMigration([subscription], current("12")).changes).toEqual([
      {
        subscription_id: "bsub_A",
        item_id: "bsi_A",
        title: "Hosting",
        quantity: 2,
        currency_code: "eur",
        from: "10.00",
        to: "12",
        is_tax_inclusive: false,
        from_cycle_on: "2026-02-28",
        parts: [{ item_id: "bsi_A", title: "Hosting", from: "10.00", to: "12", is_tax_inclusive: false }],
      },
    ])
  })

  it("B22: lists why the others stay unchanged", () => {
    expect(planPriceMigration([subscription], new Map())).toMatchObject({
      changes: [],
      unchanged: [{ item_id: "bsi_A" }],
    })
    expect(planPriceMigration([subscription], current("10.00")).changes).toEqual([])
  })
})

describe("toSubscriptionFacts", () => {
  it("names the changed columns", () => {
    expect(toSubscriptionFacts(billedSubscription())).toEqual({
      id: "bsub_A",
      status: "active",
      paymentType: "recurring",
      anchorCycle: 0,
      anchorOn: "2026-01-31",
      interval: { unit: "month", count: 1 },
      nextCycle: 1,
      partFrom: null,
      wholeFrom: null,
      earlyOn: null,
      nextDueOn: "2026-02-28",
      billedUntil: billedSubscription().period_end,
      expiresOn: null,
      minimumTermOn: null,
      notice: null,
      cancelOn: null,
      collectionMethod: "charge_automatically",
      hasPaymentMethod: true,
    })
  })
})
