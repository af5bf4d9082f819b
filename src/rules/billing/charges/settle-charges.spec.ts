import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { settleCharges } from "./settle-charges"
import { OUTCOMES } from "../../__tests__/charges"
import { SUBSCRIPTION_STATUSES } from "../states"
import type { ChargeOutcome } from "../types"

const outcomes = (...statuses: ChargeOutcome["status"][]): ChargeOutcome[] =>
  statuses.map((status) => ({ status, reason: null }))

describe("settleCharges", () => {
  it("B32: paying April does not clear the debt of March", () => {
    const { status, settled } = settleCharges(
      { status: "active", suspendedReason: null, hasFailed: false },
      outcomes("soft_declined", "paid"),
    )
    expect(status).toBe("past_due")
    expect(settled.map(({ renewal, subscriptionEvent }) => [renewal, subscriptionEvent])).toEqual([
      ["failed", "billing.subscription.past_due"],
      ["paid", null],
    ])
  })

  it("B32: the last debt that is paid clears it", () => {
    expect(
      settleCharges({ status: "past_due", suspendedReason: null, hasFailed: false }, outcomes("paid")),
    ).toMatchObject({
      status: "active",
      settled: [{ subscriptionEvent: "billing.subscription.recovered" }],
    })
    expect(
      settleCharges({ status: "past_due", suspendedReason: null, hasFailed: true }, outcomes("paid")),
    ).toMatchObject({
      status: "past_due",
      settled: [{ renewal: "paid", subscriptionEvent: null }],
    })
  })

  it("law: a success never clears past due while another cycle is unpaid, and each charge has its answer", () => {
    const charge = fc.constantFrom(...OUTCOMES)
    fc.assert(
      fc.property(
        fc.constantFrom(...SUBSCRIPTION_STATUSES),
        fc.constantFrom("overdue" as const, "manual" as const),
        fc.boolean(),
        fc.array(charge, { maxLength: 6 }),
        (status, suspendedReason, hasFailed, statuses) => {
          const result = settleCharges({ status, suspendedReason, hasFailed }, outcomes(...statuses))
          expect(result.settled).toHaveLength(statuses.length)
          const owes = hasFailed || result.settled.some(({ renewal }) => renewal === "failed")
          expect((status === "past_due" || status === "suspended") && owes && result.status !== status).toBe(false)
          expect(status === "suspended" && suspendedReason === "manual" && result.status !== status).toBe(false)
          expect(result.settled.at(-1)?.subscription ?? status).toBe(result.status)
        },
      ),
      LAW,
    )
  })
})
