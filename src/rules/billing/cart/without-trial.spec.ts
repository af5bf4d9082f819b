import { subscription } from "../../__tests__/subscriptions"
import { decideRenewals } from "../renewals/decide-renewals"
import { openSubscription, type OpenSubscriptionFacts } from "../subscriptions/open-subscription"
import { withoutTrial } from "./without-trial"

const interval = { unit: "month" as const, count: 1 }
const terms = { kind: "recurring" as const, interval, setupFee: null, trialDays: 14, collectionMethod: null }
const facts = (changes: Partial<OpenSubscriptionFacts> = {}): OpenSubscriptionFacts => ({
  terms,
  orderedOn: "2026-01-31",
  payment: "none_due",
  activateOn: "authorized",
  ...changes,
})
const opened = (changes: Partial<OpenSubscriptionFacts> = {}) => {
  const made = openSubscription(facts(changes))
  if (!made) {
    throw new Error("a recurring line makes a subscription")
  }
  return made
}

describe("withoutTrial", () => {
  it("B14: a trial that was used before is billed from the day of the order", () => {
    const without = withoutTrial(opened(), "2026-01-31", terms)
    expect(without).toMatchObject({ status: "active", anchorOn: "2026-01-31", nextCycle: 0, trialEndOn: null })
    const { anchorOn, nextCycle, nextDueOn, status } = without
    const facts = subscription({ anchorOn, nextCycle, nextDueOn, status })
    const settings = { asOf: "2026-01-31", catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const
    expect(decideRenewals(facts, settings)).toMatchObject([{ kind: "bill", cycle: 0, dueOn: "2026-01-31" }])
  })

  it("B14: what has no trial stays as it is, and what is canceled stays canceled", () => {
    const paid = opened({
      terms: { kind: "recurring", interval, setupFee: null, trialDays: 0, collectionMethod: null },
    })
    expect(withoutTrial(paid, "2026-01-31", terms)).toBe(paid)
    expect(withoutTrial(opened({ payment: "canceled" }), "2026-01-31", terms)).toMatchObject({
      status: "canceled",
      nextDueOn: null,
    })
    expect(withoutTrial(opened({ payment: "pending" }), "2026-01-31", terms).status).toBe("pending")
  })
})
