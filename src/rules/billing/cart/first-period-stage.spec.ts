import { cartFacts, cartLine, countingIds, recurring, withFees } from "../../__tests__/carts"
import { startPlan, takeOff, takenOf, type CartPlan } from "../../cart"
import type { LineTerms } from "../types"
import { firstPeriodStage } from "./first-period-stage"
import { paidFrom } from "./terms-of-line"

const onTheFirst = (orderedOn: string, setupFee: string | null = null): LineTerms =>
  paidFrom({ ...recurring(setupFee), billingDay: { day: 1, month: 1 } } as LineTerms, orderedOn)

const planOf = (terms: LineTerms, unitPrice: string): CartPlan => {
  const cart = cartFacts([cartLine("line", { unitPrice })], { locale: "fr" })
  return withFees(startPlan(cart, countingIds(), new Set(["billing"])), { line: terms })
}

describe("firstPeriodStage (B5a)", () => {
  it("BI4: 9.00 a month from 26 February costs 3 of 28 days, 0.96; its fee is due whole", () => {
    const plan = firstPeriodStage(planOf(onTheFirst("2025-02-26", "5"), "9.00"))
    expect(plan.lines.map((planned) => planned.taken)).toEqual([
      [{ stage: "first_period", amount: "8.04", description: "Pour 3 jours sur 28" }],
      [],
    ])
  })

  it("B5a: the price net of discounts is shared by days: 30.00 less 10 % from 11 August are 18.29", () => {
    const plan = planOf(onTheFirst("2026-08-11"), "30.00")
    const discounted = takeOff(plan, { stage: "discounts", room: "discounts" }, [
      { lineId: "line", amount: "3.00", description: "10 %" },
    ])
    const [line] = firstPeriodStage(discounted).lines
    expect(line && (30 - Number(takenOf(line))).toFixed(2)).toBe("18.29")
  })

  it("on the billing day a whole period is due, and without one nothing is taken off", () => {
    const whole = planOf(onTheFirst("2026-09-01"), "30.00")
    expect(firstPeriodStage(whole)).toBe(whole)
    const plain = planOf(paidFrom(recurring(null), "2026-08-11"), "30.00")
    expect(firstPeriodStage(plain)).toBe(plain)
  })
})
