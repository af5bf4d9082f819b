import { canTransition } from "../subscriptions/can-transition"
import { settleCharge } from "./settle-charge"
import { OUTCOMES } from "../../__tests__/charges"
import { SUBSCRIPTION_STATUSES } from "../states"
import { statusAfterIssue } from "../renewals/status-after-issue"
import type { ChargeOutcome } from "../types"

const outcome = (status: ChargeOutcome["status"]): ChargeOutcome => ({
  status,
  reason: status === "paid" ? null : "why",
})

type Charged = Parameters<typeof settleCharge>[0]

/** Suspended by hand, unless it says otherwise. */
const settle = ({ suspendedReason = "manual", ...charged }: Omit<Charged, "suspendedReason"> & Partial<Charged>) =>
  settleCharge({ ...charged, suspendedReason })

describe("settleCharge", () => {
  it("B32: a success clears past due whole", () => {
    expect(settle({ outcome: outcome("paid"), status: "past_due" })).toEqual({
      renewal: "paid",
      subscription: "active",
      event: "billing.renewal.paid",
      subscriptionEvent: "billing.subscription.recovered",
    })
    expect(settle({ outcome: outcome("paid"), status: "active" })).toMatchObject({
      subscription: "active",
      subscriptionEvent: null,
    })
  })

  it("B33: a success does not lift a suspension by hand, and does not bring back what has ended", () => {
    for (const status of ["suspended", "paused", "canceled", "expired"] as const) {
      expect(settle({ outcome: outcome("paid"), status })).toMatchObject({
        renewal: "paid",
        subscription: status,
      })
    }
  })

  it("B33: a success resumes what was suspended for being overdue, and so does the cancellation of its order", () => {
    const suspended = { status: "suspended" as const, suspendedReason: "overdue" as const }
    const canceled = { status: "order_canceled" as const, reason: "order_canceled" as const }
    for (const fact of [outcome("paid"), canceled]) {
      expect(settle({ outcome: fact, ...suspended })).toMatchObject({
        subscription: "active",
        subscriptionEvent: "billing.subscription.resumed",
      })
    }
    expect(settle({ outcome: outcome("soft_declined"), ...suspended })).toMatchObject({
      subscription: "suspended",
      subscriptionEvent: null,
    })
  })

  it.each(["soft_declined", "hard_declined", "requires_action"] as const)(
    "B32: %s makes it past due, once",
    (status) => {
      expect(settle({ outcome: outcome(status), status: "active" })).toEqual({
        renewal: "failed",
        subscription: "past_due",
        event: "billing.renewal.failed",
        subscriptionEvent: "billing.subscription.past_due",
      })
      expect(settle({ outcome: outcome(status), status: "past_due" })).toMatchObject({
        subscription: "past_due",
        subscriptionEvent: null,
      })
      expect(settle({ outcome: outcome(status), status: "canceled" })).toMatchObject({ subscription: "canceled" })
    },
  )

  it.each(["unknown", "processing"] as const)("BI9: %s changes nothing: the service stays", (open) => {
    for (const status of SUBSCRIPTION_STATUSES) {
      expect(settle({ outcome: outcome(open), status })).toEqual({
        renewal: "issued",
        subscription: status,
        event: "billing.renewal.issued",
        subscriptionEvent: null,
      })
    }
  })

  it("B21: it never makes a transition that is not allowed", () => {
    for (const from of SUBSCRIPTION_STATUSES) {
      for (const status of OUTCOMES) {
        const { subscription } = settle({ outcome: outcome(status), status: from })
        expect(subscription === from || canTransition(from, subscription).ok).toBe(true)
      }
    }
  })

  it("B14: the first bill ends a trial", () => {
    expect(statusAfterIssue("trialing")).toBe("active")
    expect(statusAfterIssue("past_due")).toBe("past_due")
  })
})
