import fc from "fast-check"
import {
  articleDiscount,
  assigned,
  discountFacts,
  discountSettings,
  evaluatedLine,
  rule,
} from "../../__tests__/discounts"
import { compare, multiply, subtract, sum } from "../../money"
import type { DiscountAnswer, DiscountFacts } from ".."
import { besidePromotions, besideShownPromotions, type Promoted } from "./beside-promotions"

type Promotions = (answer: DiscountAnswer) => Promoted

/** Answers until nothing is asked any more. */
function settle(facts: DiscountFacts, promotions: Promotions) {
  const search = besidePromotions(facts)
  let rounds = 0
  let step = search.next()
  while (!step.done) {
    rounds += 1
    step = search.next(promotions(step.value))
  }
  return { answer: step.value, promoted: promotions(step.value), rounds }
}

const amountsOf = (answer: DiscountAnswer) => answer.lines.map(({ amount }) => amount)
const leftOf = ({ price, amount }: DiscountAnswer["lines"][number]) => subtract(price, amount)

/** A code that takes a share of what is left, as Medusa does. */
const percentCode =
  (percent: number): Promotions =>
  (answer) =>
    new Map(answer.lines.map((line) => [line.id, multiply(leftOf(line), String(percent / 100))]))

/** A code that takes an amount off all lines, in proportion to what is left of them. */
const fixedCode =
  (value: number): Promotions =>
  (answer) => {
    const all = Number(sum(answer.lines.map(leftOf)))
    const given = Math.min(value, all)
    return new Map(
      answer.lines.map((line) => [line.id, all ? ((given * Number(leftOf(line))) / all).toFixed(12) : "0"]),
    )
  }

const percent = (value: string) => articleDiscount({ rules: [rule({ value })] })
const forty = assigned(percent("40"))

describe("beside promotions", () => {
  const max60 = discountSettings({ maxDiscountPercent: "60" })

  it("D24: 'never more than 60 %' is so with a 50 % code, too: ours gives way", () => {
    const { answer, promoted, rounds } = settle(discountFacts({ ...forty, settings: max60 }), percentCode(50))
    expect(amountsOf(answer)).toEqual(["20.00"])
    expect(promoted.get("line_1")).toBe("40")
    expect(answer.lines[0]?.cappedBy).toBe("max_discount")
    expect(rounds).toBeLessThanOrEqual(4)
  })

  it("D24: 'never below cost and margin' is so with a code, too", () => {
    const lines = [evaluatedLine({ unitCost: "60.00" })]
    const settings = discountSettings({ minMarginPercent: "20" })
    const { answer, promoted } = settle(discountFacts({ ...forty, settings, lines }), percentCode(10))
    // 75.00 must stay: 16.66 of ours leave 83.34, and 10 % of that are 8.334.
    expect(amountsOf(answer)).toEqual(["16.66"])
    expect(promoted.get("line_1")).toBe("8.334")
  })

  it("D24: where a code alone passes the limit, nothing of ours is given on top", () => {
    const { answer } = settle(discountFacts({ ...forty, settings: max60 }), percentCode(100))
    expect(amountsOf(answer)).toEqual(["0.00"])
    expect(answer.lines[0]?.trace).toMatchObject([{ outcome: "not_applied", reason: "nothing_left" }])
  })

  it("D24: a code that fits takes nothing from ours, and no limit asks nothing", () => {
    expect(amountsOf(settle(discountFacts({ ...forty, settings: max60 }), percentCode(10)).answer)).toEqual(["40.00"])
    expect(settle(discountFacts(forty), percentCode(50))).toMatchObject({ rounds: 0 })
  })

  it("D24: a code that comes only with a value still keeps the limit", () => {
    // It is given from 80.00 on: with all of ours it is not, with less it is.
    const jump: Promotions = (answer) =>
      new Map(answer.lines.map((line) => [line.id, compare(leftOf(line), "80") >= 0 ? "55" : "0"]))
    expect(amountsOf(settle(discountFacts({ ...forty, settings: max60 }), jump).answer)).toEqual(["40.00"])
    const both: Promotions = (answer) =>
      new Map(answer.lines.map((line) => [line.id, compare(leftOf(line), "80") >= 0 ? "55" : "45"]))
    const settled = settle(discountFacts({ ...forty, settings: max60 }), both)
    expect(
      compare(sum([...amountsOf(settled.answer), settled.promoted.get("line_1") ?? "0"]), "60"),
    ).toBeLessThanOrEqual(0)
  })

  const world = fc.record({
    prices: fc.array(
      fc.record({ cents: fc.integer({ min: 0, max: 50_000 }), quantity: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 4 },
    ),
    own: fc.integer({ min: 0, max: 100 }),
    max: fc.integer({ min: 0, max: 100 }),
    margin: fc.option(fc.integer({ min: 0, max: 90 })),
    code: fc.oneof(fc.integer({ min: 0, max: 100 }).map(percentCode), fc.integer({ min: 0, max: 900 }).map(fixedCode)),
  })
  const factsOf = ({
    prices,
    own,
    max,
    margin,
  }: Pick<typeof world extends fc.Arbitrary<infer T> ? T : never, "prices" | "own" | "max" | "margin">) =>
    discountFacts({
      ...assigned(percent(String(own))),
      settings: discountSettings({
        maxDiscountPercent: String(max),
        minMarginPercent: margin === null ? null : String(margin),
      }),
      lines: prices.map(({ cents, quantity }, index) =>
        evaluatedLine({
          id: `line_${index}`,
          variantId: `variant_${index}`,
          unitPrice: (cents / 100).toFixed(2),
          unitCost: index % 2 ? (cents / 200).toFixed(2) : null,
          quantity,
        }),
      ),
    })

  it("law: own discounts and promotions together keep every limit, or promotions alone pass it", () => {
    fc.assert(
      fc.property(world, (one) => {
        const facts = factsOf(one)
        const { answer, promoted } = settle(facts, one.code)
        answer.lines.forEach((line, index) => {
          const fact = facts.lines[index]
          const all = sum([line.amount, promoted.get(line.id) ?? "0"])
          const most = multiply(line.price, String(one.max / 100))
          const isKept = compare(line.amount, "0") === 0 || compare(subtract(all, most), "0.0001") <= 0
          expect(isKept).toBe(true)
          if (one.margin !== null && fact?.unitCost) {
            const left = Number(line.price) - Number(all)
            const lowest = (Number(fact.unitCost) * fact.quantity) / (1 - one.margin / 100)
            expect(Number(line.amount) === 0 || left >= lowest - 0.0001).toBe(true)
          }
        })
      }),
    )
  })

  it("law: what was settled is accepted as it is shown, and so is nothing else that differs much", () => {
    fc.assert(
      fc.property(world, (one) => {
        const facts = factsOf(one)
        const { answer, promoted } = settle(facts, one.code)
        const own = new Map(answer.lines.map(({ id, amount }) => [id, amount]))
        const again = besideShownPromotions(facts, { own, promoted, isStrict: false })
        expect(amountsOf(again)).toEqual(amountsOf(answer))
      }),
    )
  })

  it("D24: a cart that shows other discounts than it should is not accepted", () => {
    const facts = discountFacts({ ...forty, settings: max60 })
    const shown = (own: string, promoted: string) =>
      amountsOf(
        besideShownPromotions(facts, {
          own: new Map([["line_1", own]]),
          promoted: new Map([["line_1", promoted]]),
          isStrict: true,
        }),
      )
    expect(shown("20.00", "40")).toEqual(["20.00"])
    expect(shown("10.00", "0")).toEqual(["40.00"])
    expect(shown("0.00", "10")).toEqual(["40.00"])
    expect(shown("40.00", "30")).toEqual(["30.00"])
  })
})
