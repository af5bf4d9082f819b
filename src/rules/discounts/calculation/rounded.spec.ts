import { evaluate, amountsOf, traceOf, componentsOf, percent } from "../../__tests__/discount-answers"
import { articleDiscount, assigned, assignment, rule, evaluatedLine } from "../../__tests__/discounts"
import { compare, sum } from "../../money"

describe("rounding", () => {
  it("a line's sum is rounded once: 19.90 at 15 % is 2.99, three times 5 % of 0.50 is 0.08", () => {
    expect(amountsOf({ ...assigned(percent("a", "15")), lines: [evaluatedLine({ unitPrice: "19.90" })] })).toEqual([
      "2.99",
    ])
    const line = evaluatedLine({ unitPrice: "0.50", quantity: 3 })
    expect(amountsOf({ ...assigned(percent("a", "5")), lines: [line] })).toEqual(["0.08"])
    const twice = assigned(percent("a", "2.5"), percent("b", "2.5"))
    expect(componentsOf({ ...twice, lines: [line] })).toEqual([["a 0.04", "b 0.04"]])
  })

  it("an article at one price is rounded as one, however many lines it is on", () => {
    const lines = ["1", "2", "3"].map((id) => evaluatedLine({ id, unitPrice: "0.50" }))
    expect(amountsOf({ ...assigned(percent("a", "5")), lines })).toEqual(["0.03", "0.03", "0.02"])
    const apart = lines.map((line, index) => ({ ...line, isEligible: index > 0 }))
    expect(amountsOf({ ...assigned(percent("a", "5")), lines: apart })).toEqual(["0.03", "0.03", "0.02"])
  })

  it("what rounds to nothing applies, and takes nothing", () => {
    const facts = { ...assigned(percent("a", "1")), lines: [evaluatedLine({ unitPrice: "0.10" })] }
    expect(traceOf(facts)[0]).toMatchObject({ outcome: "applied", reason: null, amount: "0.00" })
    expect(evaluate(facts)).toMatchObject({ used: [], lines: [{ discounts: [], amount: "0.00" }] })
  })

  it("a price finer than the minor unit is never passed, not by one line of many either", () => {
    const lines = ["1", "2"].map((id) => evaluatedLine({ id, unitPrice: "1.015" }))
    expect(amountsOf({ ...assigned(percent("a", "100")), lines })).toEqual(["1.01", "1.01"])
    expect(evaluate({ lines: [evaluatedLine({ unitPrice: "1.015" })] }).lines[0]?.price).toBe("1.015")
    const thin = ["1", "2", "3"].map((id) => evaluatedLine({ id, unitPrice: "1.016" }))
    const amounts = amountsOf({ ...assigned(percent("a", "99.5")), lines: thin })
    amounts.forEach((amount) => expect(compare(amount, "1.016")).toBe(-1))
    expect(sum(amounts)).toBe("3.03")
  })
})

describe("values that count once", () => {
  it("D14: a cent that counts once goes to the same variant, whatever the order of the lines", () => {
    const cent = articleDiscount({
      id: "cent",
      type: "cumulative",
      rules: [rule({ mode: "fixed", per: "article", value: "0.01", currencyCode: "eur" })],
    })
    const lines = ["a", "b"].map((id) => evaluatedLine({ id, variantId: id, unitPrice: "1.00" }))
    const facts = {
      discounts: [cent, percent("all", "100")],
      assignments: [
        assignment({ discountId: "cent" }),
        // Variant a has nothing left to give the cent off.
        assignment({ discountId: "all", level: "variant", targetId: "a" }),
      ],
    }
    expect(amountsOf({ ...facts, lines })).toEqual(["1.00", "0.00"])
    expect(amountsOf({ ...facts, lines: [...lines].reverse() })).toEqual(["0.00", "1.00"])
  })

  it("what a line cannot take goes to one that can, also to an earlier one", () => {
    const [big, ...small] = [100, ...Array.from({ length: 10 }, () => 1)].map((quantity, index) =>
      evaluatedLine({ id: `${index}`, unitPrice: "0.009", quantity }),
    )
    const lines = big ? [big, ...small] : []
    expect(amountsOf({ ...assigned(percent("a", "91")), lines })).toEqual(["0.90", ...small.map(() => "0.00")])
  })
})
