import { canTransition, decideRenewals, settleCharge, type LineTerms, type RenewalDecision } from "./billing"
import { checkInterval, cycleDate } from "./calendar"
import { add, checkAmount, multiply, round } from "./money"
import { subscription } from "./__tests__/subscriptions"

/**
 * What the types refuse. The checks are the compiler's: a line below `@ts-expect-error` that compiles is an error. The
 * tests run nothing of it, since wrong calls may throw.
 */
const refusedByTheCompiler = (): void => {
  // @ts-expect-error An amount is a text: a number would have been rounded by binary floating point before it gets here.
  add(0.1, 0.2)
  // @ts-expect-error Only the factor may be a number.
  multiply(3, "0.10")
  // @ts-expect-error Rounding needs a currency: digits differ.
  round("2.5")
  // @ts-expect-error An amount that was refused has no amount to use.
  void checkAmount("-1", "eur").amount
  // @ts-expect-error A fortnight is two weeks.
  cycleDate("2026-01-31", { unit: "fortnight", count: 1 }, 1)
  // @ts-expect-error A cycle date needs the anchor, the interval and n: there is no "next" without counting.
  cycleDate("2026-01-31", { unit: "month", count: 1 })
  // @ts-expect-error An interval that was refused cannot be counted with.
  void checkInterval({ unit: "month", count: 0 }).interval
  // @ts-expect-error Time is an argument.
  decideRenewals(subscription(), { catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 })
  // @ts-expect-error `started` is no outcome.
  settleCharge({ outcome: { status: "started", reason: null }, status: "active" })
  // @ts-expect-error No such state.
  canTransition("active", "cancelled")
  // @ts-expect-error What is free has no set-up fee.
  const terms: LineTerms = { kind: "free", duration: null, setupFee: "5.00" }
  void terms
}

/** A decision of a new kind has to be handled here, or this does not compile. */
function told(decision: RenewalDecision): string {
  switch (decision.kind) {
    case "bill":
    case "skip":
      return decision.dueOn
    case "end":
      return decision.on
    case "wait":
      return decision.reason
  }
}

describe("types", () => {
  it("refuse wrong calls", () => {
    expect(refusedByTheCompiler).toBeInstanceOf(Function)
  })

  it("tell decisions apart", () => {
    const settings = { asOf: "2026-02-28", catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const
    expect(decideRenewals(subscription(), settings).map(told)).toEqual(["2026-02-28"])
  })
})
