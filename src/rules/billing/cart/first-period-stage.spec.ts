import { cartFacts, cartLine, countingIds, recurring, withFees } from "../../__tests__/carts"
import { makeLines, startPlan, takeOff, takenOf, type CartPlan } from "../../cart"
import { packagePayload, type PriceReason } from "../../packages"
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

  it("B27: what is in a package is charged for the same days; a percentage of the order is not", () => {
    const contentOf = (plan: CartPlan, slot: string, reason: PriceReason) =>
      makeLines(plan, { stage: "expand", room: "packages" }, [
        {
          identity: {
            ...{ room: "packages", kind: "content", parentLineId: "line" },
            payload: packagePayload({
              ...{ slot, product_id: "p", variant_id: "v", quantity: 2, is_hidden: false, reason },
              ...{ units: null, period: null, position: 0 },
            }),
          },
          line: { ...cartLine(slot, { unitPrice: "15.50", quantity: 2, productId: "p", variantId: "v" }) },
        },
      ])
    const priced = planOf(onTheFirst("2026-08-11"), "31.00")
    const plan = firstPeriodStage(contentOf(contentOf(priced, "mail", "own_price"), "insurance", "percentage"))
    expect(plan.lines.map((planned) => takenOf(planned))).toEqual(["10", "10", "0"])
  })

  it("on the billing day a whole period is due, and without one nothing is taken off", () => {
    const whole = planOf(onTheFirst("2026-09-01"), "30.00")
    expect(firstPeriodStage(whole)).toBe(whole)
    const plain = planOf(paidFrom(recurring(null), "2026-08-11"), "30.00")
    expect(firstPeriodStage(plain)).toBe(plain)
  })
})
