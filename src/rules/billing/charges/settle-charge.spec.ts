import { canTransition } from "../subscriptions/can-transition"
import { settleCharge } from "./settle-charge"
import { CHARGE_STATUSES, SUBSCRIPTION_STATUSES } from "../states"
import { statusAfterIssue } from "../renewals/status-after-issue"
import type { ChargeOutcome } from "../types"

const outcome = (status: ChargeOutcome["status"]): ChargeOutcome => ({
  status,
  reason: status === "paid" ? null : "why",
})

describe("settleCharge", () => {
  it("B32: a success clears past due whole", () => {
    expect(settleCharge({ outcome: outcome("paid"), status: "past_due" })).toEqual({
      renewal: "paid",
      subscription: "active",
      event: "billing.renewal.paid",
      subscriptionEvent: "billing.subscription.recovered",
    })
    expect(settleCharge({ outcome: outcome("paid"), status: "active" })).toMatchObject({
      subscription: "active",
      subscriptionEvent: null,
    })
  })

  it("B33: a success does not lift a suspension, and does not bring back what has ended", () => {
    for (const status of ["suspended", "paused", "canceled", "expired"] as const) {
      expect(settleCharge({ outcome: outcome("paid"), status })).toMatchObject({
        renewal: "paid",
        subscription: status,
      })
    }
  })

  it.each(["soft_declined", "hard_declined", "requires_action"] as const)(
    "B32: %s makes it past due, once",
    (status) => {
      expect(settleCharge({ outcome: outcome(status), status: "active" })).toEqual({
        renewal: "failed",
        subscription: "past_due",
        event: "billing.renewal.failed",
        subscriptionEvent: "billing.subscription.past_due",
      })
      expect(settleCharge({ outcome: outcome(status), status: "past_due" })).toMatchObject({
        subscription: "past_due",
        subscriptionEvent: null,
      })
      expect(settleCharge({ outcome: outcome(status), status: "canceled" })).toMatchObject({ subscription: "canceled" })
    },
  )

  it("an unknown outcome changes nothing", () => {
    for (const status of SUBSCRIPTION_STATUSES) {
      expect(settleCharge({ outcome: outcome("unknown"), status })).toEqual({
        renewal: "issued",
        subscription: status,
        event: "billing.renewal.issued",
        subscriptionEvent: null,
      })
    }
  })

  it("B21: it never makes a transition that is not allowed", () => {
    const outcomes = CHARGE_STATUSES.filter((status) => status !== "started" && status !== "returned")
    for (const from of SUBSCRIPTION_STATUSES) {
      for (const status of outcomes) {
        const { subscription } = settleCharge({ outcome: outcome(status), status: from })
        expect(subscription === from || canTransition(from, subscription).ok).toBe(true)
      }
    }
  })

  it("B14: the first bill ends a trial", () => {
    expect(statusAfterIssue("trialing")).toBe("active")
    expect(statusAfterIssue("past_due")).toBe("past_due")
  })
})
