import { onFirstPayment } from "./on-first-payment"
import { openSubscription, type OpenSubscriptionFacts } from "./open-subscription"
import { paidFrom } from "../cart/terms-of-line"
import type { LineTerms } from "../types"

const monthly: LineTerms = {
  kind: "recurring",
  interval: { unit: "month", count: 1 },
  setupFee: null,
  trialDays: 0,
  collectionMethod: null,
}
const facts = (changes: Partial<OpenSubscriptionFacts> = {}): OpenSubscriptionFacts => ({
  terms: monthly,
  orderedOn: "2026-01-31",
  payment: "captured",
  activateOn: "authorized",
  ...changes,
})

const PLAIN = { anchorCycle: 0, partFrom: null, endCycle: null }

describe("openSubscription", () => {
  it("B20: the order is cycle 0; the next one is counted from the day of the order", () => {
    expect(openSubscription(facts())).toEqual({
      status: "active",
      anchorOn: "2026-01-31",
      nextCycle: 1,
      nextDueOn: "2026-02-28",
      periodStart: "2026-01-31",
      periodEnd: "2026-02-28",
      trialEndOn: null,
      expiresOn: null,
      ...PLAIN,
    })
  })

  it("B30: what is paid by invoice comes up some days before it is due", () => {
    const issue = { collectionMethod: "send_invoice" as const, invoiceDaysBefore: 7 }
    expect(openSubscription(facts({ issue }))).toMatchObject({ nextDueOn: "2026-02-21", periodEnd: "2026-02-28" })
  })

  it("B14: in a trial the anchor is the trial's end, when cycle 0 is billed, and not before", () => {
    const issue = { collectionMethod: "send_invoice" as const, invoiceDaysBefore: 7 }
    expect(openSubscription(facts({ terms: { ...monthly, trialDays: 14 }, payment: "none_due", issue }))).toEqual({
      status: "trialing",
      anchorOn: "2026-02-14",
      nextCycle: 0,
      nextDueOn: "2026-02-14",
      periodStart: null,
      periodEnd: null,
      trialEndOn: "2026-02-14",
      expiresOn: null,
      ...PLAIN,
    })
  })

  it("B3: free with a duration expires; free without one and lifetime make none", () => {
    const duration = { unit: "month" as const, count: 1 }
    expect(openSubscription(facts({ terms: { kind: "free", duration, setupFee: null }, payment: "none_due" }))).toEqual(
      {
        status: "active",
        anchorOn: "2026-01-31",
        nextCycle: 1,
        nextDueOn: "2026-02-28",
        periodStart: "2026-01-31",
        periodEnd: "2026-02-28",
        trialEndOn: null,
        expiresOn: "2026-02-28",
        ...PLAIN,
      },
    )
    expect(openSubscription(facts({ terms: { kind: "free", duration: null, setupFee: null } }))).toBeNull()
    expect(openSubscription(facts({ terms: { kind: "lifetime", setupFee: "5" } }))).toBeNull()
  })

  it("BI6, B5b: one cycle bought on 27 February ends on 27 March, and is never billed again", () => {
    const opened = openSubscription(facts({ orderedOn: "2023-02-27", terms: { ...monthly, cycleLimit: 1 } }))
    expect(opened).toMatchObject({ endCycle: 1, expiresOn: "2023-03-27", nextCycle: 1, periodEnd: "2023-03-27" })
    const trial = { ...monthly, cycleLimit: 3, trialDays: 14 }
    expect(openSubscription(facts({ terms: trial, payment: "none_due" }))).toMatchObject({ expiresOn: "2026-05-14" })
  })

  it("BI2, B5a: what the cart has charged in part ends on the billing day, from which the next ones count", () => {
    const quarterly = { ...monthly, interval: { unit: "month", count: 3 }, billingDay: { day: 1, month: 1 } } as const
    const terms = paidFrom(quarterly, "2024-05-20")
    expect(openSubscription(facts({ orderedOn: "2024-05-20", terms }))).toMatchObject({
      ...{ periodStart: "2024-05-20", periodEnd: "2024-07-01", nextDueOn: "2024-07-01", partFrom: null },
      ...{ anchorOn: "2024-04-01", anchorCycle: 0 },
    })
  })

  it("B5a: sold by an admin for a whole period, or after a trial, the next period is the part", () => {
    const onTheFirst = { ...monthly, billingDay: { day: 1, month: 1 } }
    expect(openSubscription(facts({ orderedOn: "2026-08-11", terms: onTheFirst }))).toMatchObject({
      ...{ periodEnd: "2026-09-11", nextDueOn: "2026-09-11", partFrom: "2026-09-11" },
      ...{ anchorOn: "2026-09-01", anchorCycle: 1 },
    })
    // One cycle of it ends with what was paid, not with the month before.
    expect(openSubscription(facts({ orderedOn: "2026-08-11", terms: { ...onTheFirst, cycleLimit: 1 } }))).toMatchObject(
      {
        ...{ endCycle: 1, expiresOn: "2026-09-11", periodEnd: "2026-09-11" },
      },
    )
    const trial = { ...onTheFirst, trialDays: 14 }
    expect(openSubscription(facts({ orderedOn: "2026-08-11", terms: trial, payment: "none_due" }))).toMatchObject({
      ...{ nextCycle: 0, nextDueOn: "2026-08-25", partFrom: "2026-08-25", anchorOn: "2026-08-01", anchorCycle: 0 },
    })
  })

  it.each([
    ["none_due", "authorized", "active"],
    ["pending", "authorized", "pending"],
    ["authorized", "authorized", "active"],
    ["authorized", "captured", "pending"],
    ["captured", "captured", "active"],
    ["canceled", "authorized", "canceled"],
    ["refunded", "authorized", "canceled"],
  ] as const)("B20: first payment %s, started by %s: %s", (payment, activateOn, status) => {
    expect(openSubscription(facts({ payment, activateOn }))?.status).toBe(status)
  })

  it("B20: a pending one has its dates for the day it is activated, a canceled one has nothing due", () => {
    expect(openSubscription(facts({ payment: "pending" }))?.nextDueOn).toBe("2026-02-28")
    expect(openSubscription(facts({ payment: "canceled" }))?.nextDueOn).toBeNull()
    expect(openSubscription(facts({ payment: "refunded", onFullRefund: "keep" }))?.status).toBe("active")
  })

  it("B14: a set-up fee that is not paid keeps a trial from starting", () => {
    const terms = { ...monthly, trialDays: 14, setupFee: "5.00" }
    expect(openSubscription(facts({ terms, payment: "pending" }))?.status).toBe("pending")
    expect(openSubscription(facts({ terms, payment: "captured" }))?.status).toBe("trialing")
  })
})

describe("onFirstPayment", () => {
  const news = {
    status: "pending",
    payment: "captured",
    activateOn: "authorized",
    onFullRefund: "cancel",
    inTrial: false,
  } as const

  it("B20: a payment that is far enough activates what waited for it", () => {
    expect(onFirstPayment(news)).toEqual({ kind: "activate", to: "active" })
    expect(onFirstPayment({ ...news, inTrial: true })).toEqual({ kind: "activate", to: "trialing" })
    expect(onFirstPayment({ ...news, payment: "authorized" })).toEqual({ kind: "activate", to: "active" })
    expect(onFirstPayment({ ...news, payment: "authorized", activateOn: "captured" })).toEqual({ kind: "keep" })
    expect(onFirstPayment({ ...news, payment: "pending" })).toEqual({ kind: "keep" })
    expect(onFirstPayment({ ...news, payment: "none_due" })).toEqual({ kind: "activate", to: "active" })
  })

  it("B20: a canceled payment or a full refund cancels, a refund only by the setting", () => {
    const canceled = { kind: "cancel", reason: "first_payment_canceled" }
    expect(onFirstPayment({ ...news, payment: "canceled" })).toEqual(canceled)
    expect(onFirstPayment({ ...news, status: "active", payment: "canceled" })).toEqual(canceled)
    expect(onFirstPayment({ ...news, status: "past_due", payment: "refunded" })).toEqual({
      kind: "cancel",
      reason: "first_order_refunded",
    })
    expect(onFirstPayment({ ...news, status: "active", payment: "refunded", onFullRefund: "keep" })).toEqual({
      kind: "keep",
    })
  })

  it("B20: applying it again changes nothing, and what has ended stays ended", () => {
    for (const status of ["active", "trialing", "past_due", "suspended", "paused", "canceled", "expired"] as const) {
      expect(onFirstPayment({ ...news, status })).toEqual({ kind: "keep" })
    }
    for (const status of ["canceled", "expired"] as const) {
      expect(onFirstPayment({ ...news, status, payment: "refunded" })).toEqual({ kind: "keep" })
    }
  })
})
