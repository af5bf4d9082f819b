import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { OUTCOMES } from "../../__tests__/charges"
import { canSettle, renewalStatusAfter } from "../renewals/renewal-status-after"
import { RENEWAL_STATUSES, type ChargeStatus } from "../states"
import type { ChargeOutcome } from "../types"
import { isAskedAgain, isLeftToAsk, isOwed, settlingFact } from "./settling-fact"

const OWES = { isCanceled: false, isPaid: false }
const CANCELED = { isCanceled: true, isPaid: false }
const PAID = { isCanceled: false, isPaid: true }
const outcome = (status: ChargeOutcome["status"], reason: string | null = null): ChargeOutcome => ({ status, reason })

describe("settlingFact", () => {
  it("a canceled order owes nothing, whatever came of its charge", () => {
    for (const status of ["paid", "soft_declined", "unknown", "requires_action"] as const) {
      expect(settlingFact(CANCELED, outcome(status))?.status).toBe("order_canceled")
    }
    expect(settlingFact({ isCanceled: true, isPaid: true }, null)?.status).toBe("order_canceled")
  })

  it("an order that somebody paid is paid, though its card was declined", () => {
    expect(settlingFact(PAID, outcome("hard_declined", "stolen_card"))).toEqual({ status: "paid", reason: null })
    expect(settlingFact(PAID, null)?.status).toBe("paid")
  })

  it("else the charge decides, and without one nothing does", () => {
    expect(settlingFact(OWES, outcome("soft_declined", "no"))).toEqual({ status: "soft_declined", reason: "no" })
    expect(settlingFact(OWES, null)).toBeNull()
    expect(settlingFact(OWES, outcome("withdrawn"))).toBeNull()
  })

  it("only what owes is charged", () => {
    expect([OWES, CANCELED, PAID, undefined].map(isOwed)).toEqual([true, false, false, true])
  })
})

describe("isAskedAgain", () => {
  it("while a charge is in doubt, and while money is not given back", () => {
    const asked = (order: typeof OWES, of: ChargeOutcome | null, keeps = false) =>
      isAskedAgain(order, { outcome: of, keeps })
    for (const order of [OWES, CANCELED, PAID]) {
      expect(asked(order, outcome("unknown"))).toBe(true)
      expect(asked(order, outcome("paid"), true)).toBe(true)
      expect(asked(order, outcome("paid"))).toBe(false)
      expect(asked(order, null)).toBe(false)
    }
  })

  it("no more, once a person has decided about an attempt that the provider may have forgotten", () => {
    const expired = outcome("unknown", "key_expired")
    expect([OWES, PAID, CANCELED].map((order) => isAskedAgain(order, { outcome: expired, keeps: false }))).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe("isLeftToAsk", () => {
  it("where an attempt may still take money, or has taken what a canceled order does not owe", () => {
    const of = (status: ChargeStatus, reason: string | null = null) => [{ status, reason }]
    expect((["started", "unknown", "requires_action"] as const).every((one) => isLeftToAsk(PAID, of(one)))).toBe(true)
    expect(isLeftToAsk(PAID, of("paid"))).toBe(false)
    expect(isLeftToAsk(CANCELED, of("paid"))).toBe(true)
    expect((["soft_declined", "withdrawn", "returned"] as const).some((one) => isLeftToAsk(CANCELED, of(one)))).toBe(
      false,
    )
    expect(isLeftToAsk(PAID, of("unknown", "key_expired"))).toBe(false)
  })
})

describe("canSettle", () => {
  it("law: what is settled never waits for its money again, and a canceled one stays so", () => {
    const facts = fc.oneof(
      fc.constant({ status: "order_canceled" as const, reason: "order_canceled" as const }),
      fc.constantFrom(...OUTCOMES).map((status) => outcome(status)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...RENEWAL_STATUSES), fc.array(facts, { maxLength: 8 }), (from, list) => {
        let status = from
        for (const fact of list) {
          const to = renewalStatusAfter(fact)
          if (canSettle(status, to)) {
            expect(to).not.toBe("issued")
            expect(status).not.toBe("canceled")
            status = to
          }
        }
        expect(from === "paid" ? ["paid", "canceled"] : RENEWAL_STATUSES).toContain(status)
      }),
      LAW,
    )
  })
})
