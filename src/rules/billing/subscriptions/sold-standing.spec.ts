import { onceSoldStanding, subscriptionStanding } from "./sold-standing"

describe("how a sale stands for whoever delivers it (S6)", () => {
  it.each([
    ["pending", null, null, "unpaid"],
    ["trialing", null, null, "running"],
    ["past_due", null, null, "running"],
    ["suspended", "overdue", null, "overdue"],
    ["suspended", "manual", null, "held"],
    ["paused", null, null, "paused"],
    ["canceled", null, "overdue", "ended_overdue"],
    ["canceled", null, "too dear", "ended"],
    ["expired", null, null, "ended"],
  ] as const)("a subscription that is %s (%s, %s): %s", (status, suspended_reason, cancel_reason, standing) => {
    expect(subscriptionStanding({ status, suspended_reason, cancel_reason })).toBe(standing)
  })

  it.each([
    ["pending", "captured", "unpaid"],
    ["authorized", "captured", "unpaid"],
    ["authorized", "authorized", "running"],
    ["captured", "captured", "running"],
    ["none_due", "captured", "running"],
    ["refunded", "captured", "ended"],
    ["canceled", "authorized", "ended"],
  ] as const)("PV6: an order that is %s, started once %s: %s", (payment, activateOn, standing) => {
    expect(onceSoldStanding(payment, activateOn)).toBe(standing)
  })
})
