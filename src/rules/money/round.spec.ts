import fc from "fast-check"
import { compare, isZero, multiply, negate, round, subtract } from "."
import { amounts, currencies, LAW } from "../__tests__/arbitraries"

describe("round", () => {
  it.each([
    ["2.5", "eur", "2.50"],
    ["2.985", "eur", "2.99"],
    ["-2.985", "eur", "-2.99"],
    ["2.9849999999999999999999", "eur", "2.98"],
    ["0.5", "jpy", "1"],
    ["1.0005", "kwd", "1.001"],
    ["1.005", "usd", "1.01"],
    ["-0.004", "eur", "0.00"],
    ["0", "eur", "0.00"],
    ["29.484", "chf", "29.48"],
    ["123456789012345678901234567890.125", "eur", "123456789012345678901234567890.13"],
  ])("decision 4: %s in %s is %s, half away from zero", (amount, currency, rounded) => {
    expect(round(amount, currency)).toBe(rounded)
  })

  it("law: rounding twice is rounding once, and mirrors at zero", () => {
    fc.assert(
      fc.property(amounts({ min: -1e12, max: 1e12, digits: 6 }), currencies, (amount, currency) => {
        const once = round(amount, currency)
        expect(round(once, currency)).toBe(once)
        expect(compare(round(negate(amount), currency), negate(once))).toBe(0)
      }),
      LAW,
    )
  })

  it("law: it is never further away than half a minor unit", () => {
    fc.assert(
      fc.property(amounts({ min: -1e12, max: 1e12, digits: 6 }), (amount) => {
        const off = subtract(amount, round(amount, "eur"))
        expect(compare(multiply(off, off), "0.000025")).toBeLessThanOrEqual(0)
      }),
      LAW,
    )
  })

  it("refuses what is not a finite number", () => {
    for (const wrong of ["", "x", "NaN", "Infinity", "1e999999999", "1,5", "0x"]) {
      expect(() => round(wrong, "eur")).toThrow(RangeError)
    }
    expect(isZero("0.00")).toBe(true)
  })
})
