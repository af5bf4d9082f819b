import fc from "fast-check"
import { addDays, compareDates } from "../../calendar"
import { LAW } from "../../__tests__/arbitraries"
import { subscription, subscriptions } from "../../__tests__/subscriptions"
import { cancelableOn, decideCancel } from "./decide-cancel"
import { decideRenewals } from "../renewals/decide-renewals"
import { decideUndoCancel } from "./decide-undo-cancel"

const asOf = "2026-02-10"

describe("decideCancel", () => {
  it("B23: at once, or at the end of what is billed", () => {
    expect(decideCancel({ subscription: subscription(), when: "now", asOf })).toEqual({ kind: "cancel_now", on: asOf })
    expect(decideCancel({ subscription: subscription(), when: "period_end", asOf })).toEqual({
      kind: "schedule",
      on: "2026-02-28",
    })
    const billedAhead = subscription({ nextCycle: 2, collectionMethod: "send_invoice" })
    expect(decideCancel({ subscription: billedAhead, when: "period_end", asOf })).toEqual({
      kind: "schedule",
      on: "2026-03-31",
    })
  })

  it("B23, B14: a trial ends where its first bill would be, what is free at its expiry", () => {
    const trial = subscription({ status: "trialing", anchorOn: "2026-02-14", nextCycle: 0 })
    expect(decideCancel({ subscription: trial, when: "period_end", asOf })).toEqual({
      kind: "schedule",
      on: "2026-02-14",
    })
    const free = subscription({ paymentType: "free", expiresOn: "2026-02-20" })
    expect(decideCancel({ subscription: free, when: "period_end", asOf })).toEqual({
      kind: "schedule",
      on: "2026-02-20",
    })
  })

  it("B23: nothing billed, or only a period that is over: it ends at once", () => {
    const pending = subscription({ status: "pending" })
    expect(decideCancel({ subscription: pending, when: "period_end", asOf })).toEqual({ kind: "cancel_now", on: asOf })
    expect(decideCancel({ subscription: subscription(), when: "period_end", asOf: "2026-02-28" })).toEqual({
      kind: "cancel_now",
      on: "2026-02-28",
    })
  })

  it("B23: what has ended, or is to end already, is refused with the reason", () => {
    expect(decideCancel({ subscription: subscription({ status: "expired" }), when: "now", asOf })).toEqual({
      kind: "refuse",
      reason: "The subscription is expired already",
    })
    const leaving = subscription({ cancelOn: "2026-02-28" })
    expect(decideCancel({ subscription: leaving, when: "period_end", asOf })).toEqual({
      kind: "refuse",
      reason: "The subscription is to be canceled on 2026-02-28 already",
    })
    expect(decideCancel({ subscription: leaving, when: "now", asOf })).toEqual({ kind: "cancel_now", on: asOf })
  })

  it("B23: not within the minimum term, nor sooner than the notice; an admin may waive both, in a trial neither counts", () => {
    const bound = subscription({ minimumTermOn: "2027-01-31", notice: { unit: "month", count: 1 } })
    expect(decideCancel({ subscription: bound, when: "period_end", asOf })).toEqual({
      kind: "schedule",
      on: "2027-01-31",
    })
    expect(decideCancel({ subscription: bound, when: "now", asOf, isCustomer: true })).toEqual({
      kind: "refuse",
      reason: "Its minimum term is not over: it can end on 2027-01-31 at the earliest, and not now",
    })
    expect(decideCancel({ subscription: bound, when: "now", asOf })).toEqual({ kind: "cancel_now", on: asOf })
    const noticed = { ...bound, minimumTermOn: null }
    expect(cancelableOn(noticed, asOf)).toEqual({ on: "2026-03-31", reason: "notice_period" })
    const trial = { ...bound, status: "trialing" as const, anchorOn: "2026-02-14", nextCycle: 0 }
    expect(decideCancel({ subscription: trial, when: "now", asOf, isCustomer: true }).kind).toBe("cancel_now")
    const expiring = { ...bound, expiresOn: "2026-03-31" }
    expect(cancelableOn(expiring, asOf)).toEqual({ on: "2026-03-31", reason: "billed_period" })
  })

  it("law: a scheduled end is ahead, and no cycle is billed from then on", () => {
    fc.assert(
      fc.property(subscriptions, fc.integer({ min: -30, max: 900 }), (facts, days) => {
        const asOf = addDays(facts.anchorOn, days)
        const decision = decideCancel({ subscription: facts, when: "period_end", asOf })
        if (decision.kind !== "schedule") {
          return
        }
        expect(compareDates(decision.on, asOf)).toBe(1)
        const leaving = { ...facts, cancelOn: decision.on }
        const settings = {
          asOf: addDays(decision.on, 400),
          catchUp: "each",
          catchUpLimit: 12,
          invoiceDaysBefore: 7,
        } as const
        expect(decideRenewals(leaving, settings).filter(({ kind }) => kind === "bill")).toEqual([])
        expect(decideUndoCancel({ subscription: leaving, asOf })).toEqual({ kind: "undo" })
      }),
      LAW,
    )
  })
})

describe("decideUndoCancel", () => {
  it("B23: undone before it takes effect, not on its day", () => {
    const leaving = subscription({ cancelOn: "2026-02-28" })
    expect(decideUndoCancel({ subscription: leaving, asOf: "2026-02-27" })).toEqual({ kind: "undo" })
    expect(decideUndoCancel({ subscription: leaving, asOf: "2026-02-28" })).toMatchObject({
      kind: "refuse",
      reason: expect.stringMatching(/too late/) as string,
    })
  })

  it("B23: nothing to undo is refused", () => {
    expect(decideUndoCancel({ subscription: subscription(), asOf })).toMatchObject({ kind: "refuse" })
    const ended = subscription({ status: "canceled", cancelOn: "2026-02-28" })
    expect(decideUndoCancel({ subscription: ended, asOf })).toEqual({
      kind: "refuse",
      reason: "The subscription is canceled already",
    })
  })
})
