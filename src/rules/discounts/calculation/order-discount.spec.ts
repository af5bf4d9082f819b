import {
  evaluate,
  amountsOf,
  traceOf,
  reasonsOf,
  percent,
  articles,
  range,
  eligible,
} from "../../__tests__/discount-answers"
import { assigned, assignment, discountSettings, orderDiscount } from "../../__tests__/discounts"

describe("order discounts", () => {
  it("D1: the value is the net total of all articles, eligible or not, before any discount; D3: eligible ones get it", () => {
    const lines = articles({ unitPrice: "100.00" }, { unitPrice: "50.00", quantity: 2, isEligible: true })
    const orderDiscounts = [orderDiscount({ ranges: [range("200.00", null, "10")] })]
    const answer = evaluate({
      lines,
      orderDiscounts,
      discounts: [percent("d", "50")],
      assignments: [assignment({ discountId: "d", targetId: "p1" })],
    })
    expect(answer.orderValue).toBe("200.00")
    expect(answer.lines.map(({ amount }) => amount)).toEqual(["0.00", "60.00"])
    expect(answer.lines[0]?.trace.map(({ reason }) => reason)).toEqual(["not_eligible"])
  })

  it("D1: tax is taken out of a price that has it, summed exactly and rounded once", () => {
    const inclusive = { isTaxInclusive: true, taxRate: "9.2", unitPrice: "109.20" }
    expect(evaluate({ lines: articles(inclusive, { unitPrice: "0.50" }) }).orderValue).toBe("100.50")
    const third = { isTaxInclusive: true, taxRate: "200", unitPrice: "0.01" }
    // Three times a third of a cent is one cent, and half a cent more rounds up.
    expect(evaluate({ lines: articles(third, third, third, { unitPrice: "0.005" }) }).orderValue).toBe("0.02")
    expect(
      evaluate({
        lines: articles({ ...third, unitPrice: "0.02" }, { ...third, taxRate: "50", unitPrice: "0.005" }),
      }).orderValue,
    ).toBe("0.01")
  })

  it("D1: set-up fees and lines that are free by other means are not in the value", () => {
    const lines = articles(
      { unitPrice: "10.00" },
      { kind: "dependent", unitPrice: "99.00" },
      { unitPrice: "50.00", taken: "50.00" },
      { unitPrice: "50.00", taken: "20.00" },
    )
    expect(evaluate({ lines }).orderValue).toBe("60.00")
  })

  it.each([
    ["99.99", "0.00", "no_range"],
    ["100.00", "5.00", null],
    ["249.00", "12.45", null],
    ["249.01", "0.00", "no_range"],
    ["249.99", "0.00", "no_range"],
    ["250.00", "25.00", null],
    ["9999999.00", "999999.90", null],
  ])("D2: bounds are inclusive, a gap gives nothing, an end may be open: %s gives %s", (unitPrice, amount, reason) => {
    const orderDiscounts = [orderDiscount({ ranges: [range("100.00", "249.00", "5"), range("250.00", null, "10")] })]
    const facts = { lines: [{ ...eligible, unitPrice }], orderDiscounts }
    expect(amountsOf(facts)).toEqual([amount])
    expect(traceOf(facts)[0]).toMatchObject({ reason, measured: { trigger: "amount", value: unitPrice } })
  })

  it("D4: the first set by position whose group, period, currency and range match applies, alone", () => {
    const over = { isLimited: true, startsOn: null, endsOn: "2026-06-14" }
    const sets = [
      orderDiscount({ id: "f", position: 9 }),
      orderDiscount({ id: "a", position: 1, groups: ["b2b"] }),
      orderDiscount({ id: "b", position: 2, period: over }),
      orderDiscount({ id: "c", position: 3, ranges: [{ ...range(null, null, "9"), currencyCode: "chf" }] }),
      orderDiscount({ id: "d", position: 4, ranges: [range("100.01", null, "9")] }),
      orderDiscount({ id: "e", position: 5, ranges: [range(null, null, "7")] }),
    ]
    const facts = { lines: [eligible], orderDiscounts: sets }
    expect(amountsOf(facts)).toEqual(["7.00"])
    expect(reasonsOf(facts)).toEqual([
      "a: group",
      "b: over",
      "c: currency",
      "d: no_range",
      "e: applied",
      "f: earlier_goes_first",
    ])
  })

  it("D10: goes on working where article discounts are switched off; D11: and on special prices", () => {
    const both = { ...assigned(percent("d", "50")), orderDiscounts: [orderDiscount()] }
    const off = { ...both, lines: [eligible], settings: discountSettings({ isAdvanced: false }) }
    expect(reasonsOf(off)).toEqual(["d: advanced_off", "dord_1: applied"])
    const special = { ...both, lines: [{ ...eligible, hasSpecialPrice: true }] }
    expect(reasonsOf(special)).toEqual(["d: special_price", "dord_1: applied"])
    expect(amountsOf({ ...special, settings: discountSettings({ onSpecialPrices: true }) })).toEqual(["60.00"])
  })
})
