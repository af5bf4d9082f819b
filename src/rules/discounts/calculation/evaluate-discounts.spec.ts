import { evaluate, amountsOf, traceOf, percent } from "../../__tests__/discount-answers"
import { articleDiscount, assigned, discountFacts, orderDiscount, rule, evaluatedLine } from "../../__tests__/discounts"
import { evaluateDiscounts } from ".."

describe("facts and answers", () => {
  it("D22: every checked discount is in the trace with its figures", () => {
    const facts = {
      ...assigned(
        articleDiscount({ id: "a", name: "From three", type: "cumulative", rules: [rule({ min: "3", max: "5" })] }),
      ),
      lines: [evaluatedLine({ quantity: 4 })],
    }
    expect(traceOf(facts)).toEqual([
      {
        source: "article",
        discountId: "a",
        name: "From three",
        type: "cumulative",
        level: "product",
        outcome: "applied",
        reason: null,
        measured: { trigger: "quantity", value: "4" },
        matched: { min: "3", max: "5", mode: "percent", value: "10", per: "unit" },
        amount: "40.00",
      },
    ])
  })

  it("is plain JSON, and leaves its facts as they are", () => {
    const facts = discountFacts({
      ...assigned(percent("a", "15")),
      orderDiscounts: [orderDiscount({ position: 2 }), orderDiscount({ id: "o", position: 1 })],
    })
    const before = JSON.stringify(facts)
    const answer = evaluateDiscounts(facts)
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
    expect(JSON.stringify(facts)).toBe(before)
  })

  it("takes facts with no lines, lines of no variant, and quantities that are not whole", () => {
    expect(evaluate({ lines: [] })).toEqual({ lines: [], orderValue: "0.00", used: [] })
    const custom = { variantId: null, productId: null, isEligible: true }
    const lines = [evaluatedLine({ ...custom, id: "x" }), evaluatedLine({ ...custom, id: "y", quantity: 1.5 })]
    expect(amountsOf({ lines, orderDiscounts: [orderDiscount()] })).toEqual(["10.00", "15.00"])
    expect(
      traceOf({ ...assigned(percent("a", "10")), lines: [evaluatedLine({ quantity: 1.5 })] })[0]?.measured,
    ).toEqual({
      trigger: "quantity",
      value: "1.5",
    })
  })

  it("takes nothing off a line that is sold below zero", () => {
    const lines = [evaluatedLine({ unitPrice: "-10.00", quantity: 3, isEligible: true })]
    const facts = { ...assigned(percent("a", "15")), lines, orderDiscounts: [orderDiscount()] }
    expect(evaluate(facts).lines).toMatchObject([{ amount: "0.00", discounts: [] }])
    expect(traceOf(facts).map(({ amount }) => amount)).toEqual(["0.00", "0.00"])
  })

  it("refuses what is not an amount", () => {
    for (const unitPrice of ["1e3", "NaN", "", "1,5", "Infinity"]) {
      expect(() => evaluate({ lines: [evaluatedLine({ unitPrice })] })).toThrow(RangeError)
    }
    expect(() => evaluate({ currencyCode: "xxx" })).toThrow(/not a known currency/)
  })
})
