import fc from "fast-check"
import { compare, round, roundToSum, subtract, sum } from ".."
import { amounts, currencies, LAW } from "../../__tests__/arbitraries"

const lists = fc.array(amounts({ min: -1e8, max: 1e8, digits: 6 }), { maxLength: 12 })

describe("roundToSum", () => {
  it("law: the parts make the whole, and none is a minor unit or more away from what it was", () => {
    fc.assert(
      fc.property(lists, currencies, (list, currency) => {
        const rounded = roundToSum(list, sum(list), currency)
        expect(round(sum(rounded), currency)).toBe(round(sum(list), currency))
        rounded.forEach((amount, index) => {
          const off = subtract(amount, list[index] ?? "x")
          const unit = currency === "jpy" ? "1" : currency === "kwd" ? "0.001" : currency === "clf" ? "0.0001" : "0.01"
          expect(compare(off, unit)).toBe(-1)
          expect(compare(off, `-${unit}`)).toBe(1)
        })
      }),
      LAW,
    )
  })

  it("law: an amount that needs no rounding keeps its value", () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: -1e6, max: 1e6 }), (list, whole) => {
        const all = [...list, String(whole)]
        expect(compare(roundToSum(all, sum(all), "eur").at(-1) ?? "x", String(whole))).toBe(0)
      }),
      LAW,
    )
  })

  it("gives what is missing to the largest remainder, ties to the earlier", () => {
    expect(roundToSum(["8.3333", "1.6666"], "9.9999", "eur")).toEqual(["8.33", "1.67"])
    expect(roundToSum(["1.005", "1.005"], "2.01", "eur")).toEqual(["1.01", "1.00"])
    expect(roundToSum([], "0", "eur")).toEqual([])
  })

  it("refuses a total that the amounts do not come to", () => {
    expect(() => roundToSum(["1.00"], "2.00", "eur")).toThrow(/do not add up/)
    expect(() => roundToSum(["1.00"], "0.99", "eur")).toThrow(/do not add up/)
  })
})
