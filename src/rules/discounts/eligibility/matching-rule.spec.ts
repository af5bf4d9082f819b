import { evaluate, amountsOf, traceOf, reasonsOf, percent, fixed } from "../../__tests__/discount-answers"
import { articleDiscount, assigned, assignment, rule, evaluatedLine } from "../../__tests__/discounts"
import { quotient, subtract } from "../../money"

describe("rules", () => {
  const tiers = articleDiscount({
    rules: [rule({ min: "5", max: "9", value: "10" }), rule({ min: "10", value: "20" })],
  })

  it("D13: bounds are inclusive, and a quantity outside of all of them gives nothing", () => {
    const at = (quantity: number) => amountsOf({ ...assigned(tiers), lines: [evaluatedLine({ quantity })] })[0]
    expect([4, 5, 9, 10, 999].map(at)).toEqual(["0.00", "50.00", "90.00", "200.00", "19980.00"])
    expect(traceOf({ ...assigned(tiers), lines: [evaluatedLine({ quantity: 4 })] })[0]).toMatchObject({
      reason: "no_rule",
      measured: { trigger: "quantity", value: "4" },
      matched: null,
    })
  })

  it("D13: the article's total counts over all its lines: of the product, or of the variant it is assigned to", () => {
    const lines = [
      evaluatedLine({ id: "1", variantId: "v1", quantity: 3 }),
      evaluatedLine({ id: "2", variantId: "v2", quantity: 1, unitPrice: "10.00" }),
      evaluatedLine({ id: "3", variantId: "v1", quantity: 1 }),
      evaluatedLine({ id: "4", variantId: "v9", productId: "p9", quantity: 50 }),
    ]
    expect(amountsOf({ ...assigned(tiers), lines })).toEqual(["30.00", "1.00", "10.00", "0.00"])
    const byVariant = [assignment({ level: "variant", targetId: "v1" })]
    expect(amountsOf({ discounts: [tiers], assignments: byVariant, lines })).toEqual(["0.00", "0.00", "0.00", "0.00"])
    const byCategory = [assignment({ level: "category", targetId: "c" })]
    const inCategory = lines.map((line) => ({ ...line, categoryIds: ["c"] }))
    expect(amountsOf({ discounts: [tiers], assignments: byCategory, lines: inCategory })).toEqual([
      "30.00",
      "1.00",
      "10.00",
      "1000.00",
    ])
  })

  it("D13: set-up fees do not count, nor does what is on trial", () => {
    const lines = [
      evaluatedLine({ id: "1", quantity: 4 }),
      evaluatedLine({ id: "2", kind: "dependent" }),
      evaluatedLine({ id: "3", quantity: 9, taken: "900" }),
    ]
    expect(amountsOf({ ...assigned(tiers), lines })).toEqual(["0.00", "0.00", "0.00"])
    const [, dependent, trial] = evaluate({ ...assigned(percent("d", "10")), lines }).lines
    expect(dependent).toEqual({ id: "2", price: "100.00", amount: "0.00", discounts: [], trace: [], cappedBy: null })
    expect(trial).toMatchObject({ amount: "0.00", discounts: [], trace: [{ reason: "nothing_left" }] })
  })

  it("D13: the first rule in the list that matches counts, also where a later one gives more", () => {
    const overlapping = articleDiscount({ rules: [rule({ id: "r1", value: "5" }), rule({ id: "r2", value: "50" })] })
    expect(amountsOf(assigned(overlapping))).toEqual(["5.00"])
  })

  it("D13, D15: an amount is the article's own, with tax where the price has it", () => {
    const atLeast = (min: string) =>
      articleDiscount({ rules: [rule({ trigger: "amount", min, currencyCode: "EUR", value: "10" })] })
    const inclusive = evaluatedLine({ unitPrice: "54.60", quantity: 2, isTaxInclusive: true, taxRate: "9.2" })
    expect(amountsOf({ ...assigned(atLeast("109.20")), lines: [inclusive] })).toEqual(["10.92"])
    expect(amountsOf({ ...assigned(atLeast("109.21")), lines: [inclusive] })).toEqual(["0.00"])
    const mixed = [
      { ...inclusive, id: "1", quantity: 1 },
      evaluatedLine({ id: "2", variantId: "v2", unitPrice: "50.00", taxRate: "9.2" }),
    ]
    expect(traceOf({ ...assigned(atLeast("1")), lines: mixed }).map(({ measured }) => measured?.value)).toEqual([
      "109.20",
    ])
    expect(traceOf({ ...assigned(atLeast("1")), lines: mixed }, 1).map(({ measured }) => measured?.value)).toEqual([
      "100.00",
    ])
  })

  it("D15: 109.20 with 9.2 % in it, less 10.92 with tax, is 98.28 with tax and 90.00 without", () => {
    const line = evaluatedLine({ unitPrice: "109.20", isTaxInclusive: true, taxRate: "9.2" })
    const [answer] = evaluate({ ...assigned(fixed("10.92")), lines: [line] }).lines
    const left = subtract(answer?.price ?? "0", answer?.amount ?? "0")
    expect(left).toBe("98.28")
    expect(quotient(left, "1.092")).toBe("90")
  })

  it("D14: a fixed value is per unit; or once for the article, over its lines by largest remainder", () => {
    expect(amountsOf({ ...assigned(fixed("1.50")), lines: [evaluatedLine({ quantity: 3 })] })).toEqual(["4.50"])
    const once = assigned(fixed("10.00", { per: "article" }))
    expect(amountsOf({ ...once, lines: [evaluatedLine({ quantity: 3 })] })).toEqual(["10.00"])
    const three = ["a", "b", "c"].map((id) => evaluatedLine({ id, variantId: id }))
    expect(amountsOf({ ...once, lines: three })).toEqual(["3.34", "3.33", "3.33"])
    const same = ["a", "b", "c"].map((id) => evaluatedLine({ id }))
    expect(amountsOf({ ...once, lines: same })).toEqual(["3.34", "3.33", "3.33"])
    const unequal = [
      evaluatedLine({ id: "a", variantId: "a", unitPrice: "75.00" }),
      evaluatedLine({ id: "b", variantId: "b", unitPrice: "25.00" }),
    ]
    expect(amountsOf({ ...once, lines: unequal })).toEqual(["7.50", "2.50"])
  })

  it("D14: what counts once is spread over the lines that can take it", () => {
    const once = assigned(fixed("10.00", { per: "article" }))
    const lines = [
      evaluatedLine({ id: "a", variantId: "a" }),
      evaluatedLine({ id: "b", variantId: "b", isDiscountable: false }),
      evaluatedLine({ id: "c", variantId: "c", hasSpecialPrice: true }),
      evaluatedLine({ id: "d", variantId: "d", taken: "100.00" }),
    ]
    expect(amountsOf({ ...once, lines })).toEqual(["10.00", "0.00", "0.00", "0.00"])
  })

  it("D14: a fixed value and an amount hold in their own currency; a percentage of a quantity in each", () => {
    expect(reasonsOf({ ...assigned(fixed("5", { currencyCode: "chf" })) })).toEqual(["disc_1: currency"])
    expect(reasonsOf({ ...assigned(fixed("5", { currencyCode: null })) })).toEqual(["disc_1: currency"])
    const both = articleDiscount({
      rules: [
        rule({ mode: "fixed", value: "5", currencyCode: "chf" }),
        rule({ mode: "fixed", value: "4", currencyCode: "eur" }),
      ],
    })
    expect(amountsOf(assigned(both))).toEqual(["4.00"])
    expect(amountsOf({ ...assigned(both), currencyCode: "CHF" })).toEqual(["5.00"])
    expect(reasonsOf(assigned(articleDiscount({ rules: [] })))).toEqual(["disc_1: no_rule"])
  })

  it("knows currencies of no digits, and of three", () => {
    const at = (currencyCode: string, unitPrice: string) =>
      amountsOf({ ...assigned(percent("d", "15")), currencyCode, lines: [evaluatedLine({ unitPrice })] })[0]
    expect(at("jpy", "1990")).toBe("299")
    expect(at("jpy", "1999")).toBe("300")
    expect(at("kwd", "1.999")).toBe("0.300")
    expect(at("kwd", "1.99")).toBe("0.299")
  })
})
