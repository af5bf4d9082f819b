import { evaluate, amountsOf, reasonsOf, percent, articles, eligible } from "../../__tests__/discount-answers"
import {
  articleDiscount,
  assigned,
  assignment,
  discountSettings,
  orderDiscount,
  evaluatedLine,
} from "../../__tests__/discounts"
import type { EvaluatedLine } from ".."

describe("limits", () => {
  const unused = { limit: null, used: 0, limitPerCustomer: null, usedByCustomer: 0 }

  it("D24: used up, in all or by the customer, it gives nothing, and the next in line goes first", () => {
    const of = (usage: Partial<typeof unused> | object) =>
      reasonsOf(
        assigned(
          articleDiscount({ id: "a", usage: { ...unused, ...usage } }),
          articleDiscount({ id: "b", type: "non_cumulative" }),
        ),
      )
    expect(of({ limit: 5, used: 4 })).toEqual(["a: applied", "b: earlier_goes_first"])
    expect(of({ limit: 5, used: 5 })).toEqual(["a: used_up", "b: applied"])
    expect(of({ limitPerCustomer: 1, usedByCustomer: 1 })).toEqual(["a: used_up_by_customer", "b: applied"])
    const sets = [orderDiscount({ id: "x", usage: { ...unused, limit: 1, used: 1 } }), orderDiscount({ id: "y" })]
    expect(reasonsOf({ lines: [eligible], orderDiscounts: sets })).toEqual(["x: used_up", "y: applied"])
  })

  it("D24: an order is one use of each discount that takes something off", () => {
    const lines = articles({ isEligible: true }, {}, {})
    const answer = evaluate({
      lines,
      orderDiscounts: [orderDiscount()],
      discounts: [percent("b", "5"), percent("a", "5"), percent("z", "0"), percent("n", "5")],
      assignments: lines.flatMap(({ productId }) =>
        ["a", "b", "z"].map((discountId) => assignment({ discountId, targetId: productId ?? "" })),
      ),
    })
    expect(answer.used).toEqual(["a", "b", "dord_1"])
  })

  it("D24: no more than the store's maximum, in whole units of the currency", () => {
    const settings = discountSettings({ maxDiscountPercent: "30" })
    const of = (unitPrice: string) =>
      evaluate({ ...assigned(percent("a", "50")), settings, lines: [evaluatedLine({ unitPrice })] }).lines[0]
    expect(of("100.00")).toMatchObject({ amount: "30.00", cappedBy: "max_discount" })
    // 0.345 would round to more than 30 %.
    expect(of("1.15")).toMatchObject({ amount: "0.34", cappedBy: "max_discount" })
    expect(evaluate({ ...assigned(percent("a", "30")), settings }).lines[0]).toMatchObject({ cappedBy: null })
  })

  it("D24: the minimum margin stays: a share of what is paid, without tax, where the cost is known", () => {
    const settings = discountSettings({ minMarginPercent: "20" })
    const of = (line: Partial<EvaluatedLine>) =>
      evaluate({ ...assigned(percent("a", "50")), settings, lines: [evaluatedLine(line)] }).lines[0]
    // 60 of 75 leaves 15, a fifth of it.
    expect(of({ unitCost: "60.00" })).toMatchObject({ amount: "25.00", cappedBy: "min_margin" })
    expect(of({ unitCost: "60.00", quantity: 3 })).toMatchObject({ amount: "75.00", cappedBy: "min_margin" })
    expect(of({ unitCost: "60.00", unitPrice: "109.20", isTaxInclusive: true, taxRate: "9.2" })).toMatchObject({
      amount: "27.30",
      cappedBy: "min_margin",
    })
    expect(of({ unitCost: null })).toMatchObject({ amount: "50.00", cappedBy: null })
    expect(of({ unitCost: "90.00" })).toMatchObject({
      amount: "0.00",
      discounts: [],
      cappedBy: "min_margin",
      trace: [{ reason: "nothing_left" }],
    })
    const all = discountSettings({ minMarginPercent: "100" })
    expect(
      amountsOf({ ...assigned(percent("a", "50")), settings: all, lines: [evaluatedLine({ unitCost: "1" })] }),
    ).toEqual(["0.00"])
  })
})
