import fc from "fast-check"
import { LAW, moneyIn } from "../../__tests__/arbitraries"
import { articleDiscount, assignment, discountFacts, evaluatedLine, rule } from "../../__tests__/discounts"
import { percentOf, round, subtract, sum, type Decimal } from "../../money"
import type { DiscountFacts, DiscountRule } from "../types"
import { evaluateDiscounts } from "./evaluate-discounts"

const bundle = (changes = {}) =>
  evaluatedLine({ id: "pack", kind: "bundle", variantId: "v_pack", productId: "p_pack", unitPrice: "0", ...changes })

const part = (id: string, unitPrice: Decimal, changes = {}) =>
  evaluatedLine({ id, variantId: `v_${id}`, productId: `p_${id}`, unitPrice, bundleId: "pack", ...changes })

const discountOn = (target: string, id: string, rules: DiscountRule[]) => ({
  discounts: [articleDiscount({ id, rules })],
  assignments: [assignment({ discountId: id, level: "product", targetId: target })],
})

const facts = (lines: DiscountFacts["lines"], ...given: ReturnType<typeof discountOn>[]): DiscountFacts =>
  discountFacts({
    lines,
    discounts: given.flatMap(({ discounts }) => discounts),
    assignments: given.flatMap(({ assignments }) => assignments),
  })

const takenOf = (answer: ReturnType<typeof evaluateDiscounts>, discountId: string): Decimal =>
  sum(
    answer.lines.flatMap(({ discounts }) =>
      discounts.filter((one) => one.discountId === discountId).map((one) => one.amount),
    ),
  )

describe("discounts of a package priced by its contents (P9)", () => {
  const ten = discountOn("p_pack", "ten", [rule({ value: "10" })])

  it("take a percentage of what the contents' own discounts leave, split over the contents", () => {
    const own = discountOn("p_a", "five off", [rule({ mode: "fixed", value: "5", currencyCode: "eur" })])
    const answer = evaluateDiscounts(facts([bundle(), part("a", "40.00"), part("b", "10.00")], ten, own))
    expect(answer.lines.map(({ id, amount }) => [id, amount])).toEqual([
      ["pack", "0.00"],
      ["a", "8.50"],
      ["b", "1.00"],
    ])
  })

  it("take no fixed amount, and the trace says why", () => {
    const fixed = discountOn("p_pack", "fixed", [rule({ mode: "fixed", value: "5", currencyCode: "eur" })])
    const answer = evaluateDiscounts(facts([bundle(), part("a", "40.00")], fixed))
    expect(answer.lines.map(({ amount }) => amount)).toEqual(["0.00", "0.00"])
    expect(answer.lines[0]?.trace).toMatchObject([{ outcome: "not_applied", reason: "fixed_on_contents" }])
  })

  it("are triggered by what all contents cost together, and count in the order's value once", () => {
    const above = discountOn("p_pack", "above", [rule({ trigger: "amount", min: "50", currencyCode: "eur" })])
    const answer = evaluateDiscounts(facts([bundle(), part("a", "40.00"), part("b", "10.00")], above))
    expect(takenOf(answer, "above")).toBe("5")
    expect(answer.orderValue).toBe("50.00")
  })

  it("leave lines outside the package alone, the same article among them", () => {
    const outside = evaluatedLine({ id: "out", variantId: "v_a", productId: "p_a", unitPrice: "40.00" })
    const answer = evaluateDiscounts(facts([bundle(), part("a", "40.00"), outside], ten))
    expect(answer.lines.map(({ amount }) => amount)).toEqual(["0.00", "4.00", "0.00"])
  })

  it("D13: units inside packages are none of the article's outside of them, and are counted among themselves", () => {
    const six = discountOn("p_a", "six", [rule({ value: "10", min: "6" })])
    const inside = part("a", "10.00", { quantity: 2 })
    const outside = (quantity: number) =>
      evaluatedLine({ id: "out", variantId: "v_a", productId: "p_a", unitPrice: "10.00", quantity })
    const amounts = (quantity: number, packed: number) =>
      evaluateDiscounts(facts([bundle(), { ...inside, quantity: packed }, outside(quantity)], six)).lines.map(
        ({ amount }) => amount,
      )
    expect(amounts(4, 2)).toEqual(["0.00", "0.00", "0.00"])
    expect(amounts(6, 2)).toEqual(["0.00", "0.00", "6.00"])
    expect(amounts(4, 6)).toEqual(["0.00", "6.00", "0.00"])
  })

  it("of a package in another one come first, and the outer one's percentage is of what they leave", () => {
    const inner = bundle({ id: "inner", variantId: "v_inner", productId: "p_inner", bundleId: "pack" })
    const nested = [part("b", "20.00", { bundleId: "inner" }), part("c", "10.00", { bundleId: "inner" })]
    const half = discountOn("p_inner", "half", [rule({ value: "50" })])
    const above = discountOn("p_pack", "above", [
      rule({ value: "10", trigger: "amount", min: "70", currencyCode: "eur" }),
    ])
    const lines = [bundle(), part("a", "40.00"), inner, ...nested]
    const answer = evaluateDiscounts(facts(lines, half, above))
    expect(answer.lines.map(({ id, amount }) => [id, amount])).toEqual([
      ["pack", "0.00"],
      ["a", "4.00"],
      ["inner", "0.00"],
      ["b", "11.00"],
      ["c", "5.50"],
    ])
    expect([takenOf(answer, "half"), takenOf(answer, "above")]).toEqual(["15", "5.5"])
    expect(answer.orderValue).toBe("70.00")
  })

  it("are rounded once: the parts of the discount sum to the percentage of the whole", () => {
    const percent = fc.constantFrom("3.3333", "10", "15", "33.3333", "100")
    const prices = fc.array(moneyIn("eur", 100_000), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(percent, prices, (value, amounts) => {
        const lines = amounts.map((amount, index) => part(`c${index}`, amount))
        const given = discountOn("p_pack", "all", [rule({ value })])
        const answer = evaluateDiscounts(facts([bundle(), ...lines], given))
        const whole = sum(amounts)
        expect(subtract(takenOf(answer, "all"), round(percentOf(whole, value), "eur"))).toBe("0")
        answer.lines.forEach(({ amount, price }) => expect(Number(amount)).toBeLessThanOrEqual(Number(price)))
      }),
      LAW,
    )
  })
})
