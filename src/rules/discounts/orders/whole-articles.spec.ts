import { articleDiscount, assigned, assignment, discountFacts, rule, evaluatedLine } from "../../__tests__/discounts"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import { withWholeArticles } from "./whole-articles"

const once = articleDiscount({ rules: [rule({ mode: "fixed", value: "5", per: "article", currencyCode: "eur" })] })
const line = (id: string, variantId: string) => ({ id, variantId, productId: "prod_1" })
const before = [line("a", "v1"), line("b", "v1"), line("c", "v2")]

const touchedBy = (touched: string[], level: "product" | "variant" = "product", discount = once) => {
  const facts = discountFacts({
    ...assigned(discount),
    assignments: [assignment({ discountId: discount.id, level, targetId: level === "product" ? "prod_1" : "v1" })],
    lines: before.map(({ id, variantId }) => evaluatedLine({ id, variantId })),
  })
  const edit = { before, after: before, touched: new Set(touched) }
  return [...withWholeArticles(edit, { facts, answer: evaluateDiscounts(facts) })].sort()
}

describe("withWholeArticles", () => {
  it("D14: a value that counts once for a product takes its other lines along", () => {
    expect(touchedBy(["a"])).toEqual(["a", "b", "c"])
  })

  it("D14: one that counts once for a variant takes the lines of the variant along", () => {
    expect(touchedBy(["a"], "variant")).toEqual(["a", "b"])
  })

  it("takes nothing along for a percentage, nor where nothing is touched", () => {
    expect(touchedBy(["a"], "product", articleDiscount())).toEqual(["a"])
    expect(touchedBy([])).toEqual([])
  })
})
