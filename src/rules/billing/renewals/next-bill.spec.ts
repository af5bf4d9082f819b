import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { settings, subscription, subscriptions } from "../../__tests__/subscriptions"
import { nextBill } from "./next-bill"
import { nextDueOn } from "./next-due-on"
import { upcomingRenewal } from "./upcoming-renewal"

describe("when a subscription is billed next", () => {
  it("B30: an invoice that is sent is made days before it is due, and both dates are said", () => {
    const sent = subscription({ collectionMethod: "send_invoice", nextDueOn: "2026-02-21" })
    expect(nextBill(sent)).toEqual({ invoiceOn: "2026-02-21", dueOn: "2026-02-28" })
  })

  it("B30: what is charged automatically is invoiced on the day on which it is due", () => {
    expect(nextBill(subscription({ nextDueOn: "2026-02-28" }))).toEqual({
      invoiceOn: "2026-02-28",
      dueOn: "2026-02-28",
    })
  })

  it("B23: one that ends before its next cycle is not billed again", () => {
    expect(nextBill(subscription({ cancelOn: "2026-02-28" }))).toBeNull()
    expect(nextBill(subscription({ expiresOn: "2026-02-10" }))).toBeNull()
    expect(nextBill(subscription({ cancelOn: "2026-03-31" }))).not.toBeNull()
  })

  it.each(["pending", "suspended", "paused", "canceled", "expired"] as const)("a %s one is not billed", (status) => {
    expect(nextBill(subscription({ status }))).toBeNull()
  })

  it("law: it says the dates of the upcoming invoice", () => {
    fc.assert(
      fc.property(subscriptions, settings, (drawn, how) => {
        const facts = { ...drawn, nextDueOn: nextDueOn(drawn, how) }
        const upcoming = upcomingRenewal(facts, { ...how, catchUp: "each" })
        const expected = upcoming?.kind === "bill" ? { invoiceOn: upcoming.issueOn, dueOn: upcoming.dueOn } : null
        expect(nextBill(facts)).toEqual(expected)
      }),
      LAW,
    )
  })
})
