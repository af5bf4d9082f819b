import fc from "fast-check"
import { compare, multiply, multiplyRatio, negate, subtract } from "."
import { amounts, LAW } from "../__tests__/arbitraries"

const any = amounts({ min: -1e10, max: 1e10, digits: 2 })
const whole = fc.integer({ min: 1, max: 10_000 })

describe("multiplyRatio", () => {
  it.each([
    ["30.00", 12, 52, "eur", "6.92"],
    ["10.00", 24, 31, "eur", "7.74"],
    ["15.00", 24, 31, "eur", "11.61"],
    ["1.00", 1, 3, "eur", "0.33"],
    ["2.00", 1, 3, "eur", "0.67"],
    ["-2.00", 1, 3, "eur", "-0.67"],
    ["0.05", 1, 2, "eur", "0.03"],
    ["-0.05", 1, 2, "eur", "-0.03"],
    ["100", 1, 3, "jpy", "33"],
    ["1", 1, -2, "jpy", "-1"],
  ])("%s × %d ÷ %d in %s is %s", (amount, numerator, denominator, currency, expected) => {
    expect(multiplyRatio(amount, { numerator, denominator }, currency)).toBe(expected)
  })

  it("rounds once: a fraction just below a half stays below it", () => {
    const denominator = "3000000000000000000000000000000000000000000000000000000000000001"
    const numerator = "1500000000000000000000000000000000000000000000000000000000000000"
    expect(multiplyRatio("0.01", { numerator, denominator }, "eur")).toBe("0.00")
  })

  it("law: it is within half a minor unit of the fraction, and mirrors at zero", () => {
    fc.assert(
      fc.property(any, whole, whole, (amount, numerator, denominator) => {
        const rounded = multiplyRatio(amount, { numerator, denominator }, "eur")
        const off = subtract(multiply(rounded, denominator), multiply(amount, numerator))
        const limit = multiply("0.005", denominator)
        expect(compare(multiply(off, off), multiply(limit, limit))).toBeLessThanOrEqual(0)
        expect(compare(multiplyRatio(negate(amount), { numerator, denominator }, "eur"), negate(rounded))).toBe(0)
      }),
      LAW,
    )
  })

  it("refuses a denominator of zero", () => {
    expect(() => multiplyRatio("1", { numerator: 1, denominator: 0 }, "eur")).toThrow(/denominator/)
  })
})
