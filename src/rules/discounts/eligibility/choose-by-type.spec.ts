import {
  evaluate,
  amountsOf,
  traceOf,
  reasonsOf,
  componentsOf,
  percent,
  fixed,
  eligible,
} from "../../__tests__/discount-answers"
import {
  articleDiscount,
  assigned,
  discountSettings,
  orderDiscount,
  rule,
  evaluatedLine,
} from "../../__tests__/discounts"
import type { DiscountFacts } from ".."

describe("who and how", () => {
  it("D10: one that is not active gives nothing", () => {
    expect(reasonsOf(assigned(articleDiscount({ isActive: false })))).toEqual(["disc_1: inactive"])
  })

  it("D16: it is for its groups: everyone is one that exists, and no group is no one", () => {
    const of = (groups: string[], visitor: string[]) =>
      reasonsOf({ ...assigned(articleDiscount({ groups })), groups: visitor })[0]
    expect(of(["b2b"], ["vip", "b2b"])).toBe("disc_1: applied")
    expect(of(["b2b"], ["vip"])).toBe("disc_1: group")
    expect(of(["everyone"], [])).toBe("disc_1: applied")
    expect(of([], ["b2b", "everyone"])).toBe("disc_1: group")
  })

  it("D17: the first exclusive one alone, by position; the others get it as their reason", () => {
    const all = assigned(
      percent("c1", "50"),
      percent("n1", "60", "non_cumulative"),
      percent("e1", "5", "exclusive"),
      percent("e2", "40", "exclusive"),
    )
    expect(amountsOf(all)).toEqual(["5.00"])
    expect(reasonsOf(all)).toEqual([
      "c1: exclusive_goes_first",
      "n1: exclusive_goes_first",
      "e1: applied",
      "e2: earlier_goes_first",
    ])
  })

  it("D17: else all cumulative ones, added: 10 % and 20 % are 30 %, not 28 %", () => {
    const all = assigned(percent("n1", "60", "non_cumulative"), percent("c1", "10"), percent("c2", "20"))
    expect(componentsOf(all)).toEqual([["c1 10.00", "c2 20.00"]])
    expect(reasonsOf(all)).toEqual(["n1: cumulative_goes_first", "c1: applied", "c2: applied"])
  })

  it("D17: else the first non-cumulative one; only what is applicable counts", () => {
    const all = assigned(
      articleDiscount({ id: "e1", type: "exclusive", groups: ["b2b"] }),
      articleDiscount({ id: "c1", type: "cumulative", rules: [rule({ min: "2" })] }),
      percent("n1", "5", "non_cumulative"),
      percent("n2", "50", "non_cumulative"),
    )
    expect(amountsOf(all)).toEqual(["5.00"])
    expect(reasonsOf(all)).toEqual(["e1: group", "c1: no_rule", "n1: applied", "n2: earlier_goes_first"])
  })

  it("D18: article and order discount are added, both on the price; or the order discount on what is left", () => {
    const both = { ...assigned(percent("a", "20")), lines: [eligible], orderDiscounts: [orderDiscount()] }
    expect(componentsOf(both)).toEqual([["a 20.00", "dord_1 10.00"]])
    const settings = discountSettings({ orderDiscountBase: "remaining" })
    expect(componentsOf({ ...both, settings })).toEqual([["a 20.00", "dord_1 8.00"]])
  })

  it("D18: never more than the line's price: the components share it by their weights", () => {
    const both = { ...assigned(percent("a", "80"), percent("b", "40")), lines: [evaluatedLine({ unitPrice: "10.00" })] }
    expect(evaluate(both).lines[0]).toMatchObject({ amount: "10.00", cappedBy: "price" })
    expect(componentsOf(both)).toEqual([["a 6.67", "b 3.33"]])
    expect(
      amountsOf({ ...assigned(fixed("25.00")), lines: [evaluatedLine({ unitPrice: "10.00", quantity: 2 })] }),
    ).toEqual(["20.00"])
  })

  it("D18: what is already taken off by other means is not discounted again", () => {
    const lines = [evaluatedLine({ taken: "95.00" })]
    expect(evaluate({ ...assigned(percent("a", "10")), lines }).lines[0]).toMatchObject({
      amount: "5.00",
      cappedBy: "price",
    })
  })

  it("Medusa's own flag: what is not discountable takes nothing whatever, but counts", () => {
    const line = evaluatedLine({ isDiscountable: false, isEligible: true })
    const facts: Partial<DiscountFacts> = {
      ...assigned(percent("a", "10")),
      lines: [line],
      orderDiscounts: [orderDiscount()],
      personalPercent: "10",
      channel: "quick_order",
    }
    expect(traceOf(facts).map(({ reason }) => reason)).toEqual([
      "not_discountable",
      "not_discountable",
      "not_discountable",
    ])
    expect(evaluate(facts)).toMatchObject({ orderValue: "100.00", used: [] })
  })
})
