import fc from "fast-check"
import {
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  max,
  min,
  multiply,
  negate,
  percentOf,
  quotient,
  shareInPercent,
  subtract,
  sum,
} from "."
import { amounts, LAW } from "../__tests__/arbitraries"

const any = amounts({ min: -1e12, max: 1e12, digits: 4 })

describe("exact arithmetic", () => {
  it("has no binary floating point in it", () => {
    expect(add("0.1", "0.2")).toBe("0.3")
    expect(multiply("1.1", 1.1)).toBe("1.21")
    expect(multiply("9.00", "0.092")).toBe("0.828")
    expect(subtract("1", "0.9")).toBe("0.1")
    expect(percentOf("19.90", 15)).toBe("2.985")
    expect(sum(["27", "0.828", "0.828", "0.828"])).toBe("29.484")
  })

  it("writes plainly: no exponent, no negative zero, as many digits as it takes", () => {
    expect(multiply("0.0000001", "0.0000001")).toBe("0.00000000000001")
    expect(multiply("1000000000000000", "1000000000000000")).toBe("1000000000000000000000000000000")
    expect(negate("0.00")).toBe("0")
    expect(multiply("-1", 0)).toBe("0")
    expect(sum([])).toBe("0")
    expect(add()).toBe("0")
  })

  it("compares values, not texts", () => {
    expect(compare("1.50", "1.5")).toBe(0)
    expect(compare("9", "10")).toBe(-1)
    expect(compare("-9", "-10")).toBe(1)
    expect([isZero("-0"), isPositive("0"), isNegative("-0")]).toEqual([true, false, false])
    expect([isPositive("0.001"), isNegative("-0.001"), isZero("0.001")]).toEqual([true, true, false])
    expect([min("2", "1.99"), max("2", "1.99"), min("1.0", "1"), max("1.0", "1")]).toEqual(["1.99", "2", "1.0", "1.0"])
  })

  it("law: adding is commutative and associative, subtracting undoes it, negating twice is nothing", () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(add(a, b)).toBe(add(b, a))
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)))
        expect(compare(subtract(add(a, b), b), a)).toBe(0)
        expect(compare(negate(negate(a)), a)).toBe(0)
      }),
      LAW,
    )
  })

  it("law: multiplying distributes over adding", () => {
    fc.assert(
      fc.property(any, any, fc.integer({ min: -1000, max: 1000 }), (a, b, factor) => {
        expect(multiply(add(a, b), factor)).toBe(add(multiply(a, factor), multiply(b, factor)))
      }),
      LAW,
    )
  })

  it("says a share in percent with one decimal, and divides by anything but zero", () => {
    expect(shareInPercent("20", "120")).toBe("16.7")
    expect(shareInPercent("12", "120")).toBe("10")
    expect(quotient("10", "1.25")).toBe("8")
    expect(() => shareInPercent("1", "0")).toThrow(RangeError)
    expect(() => quotient("1", "0.00")).toThrow(RangeError)
  })
})
