import fc from "fast-check"
import type { Interval } from "../../calendar"
import { add, compare, isZero, percentOf, subtract } from "../../money"
import { amounts, intervals, LAW } from "../../__tests__/arbitraries"
import { fillCycles } from "./fill-cycles"
import { isCycleEnabled } from "./is-cycle-enabled"
import { saving } from "./saving"

const every = (count: number, unit: Interval["unit"]): Interval => ({ unit, count })

describe("fillCycles", () => {
  it("B9: weekly from 30.00 is 6.92", () => {
    expect(fillCycles("30.00", [{ interval: every(1, "week") }], "eur")).toEqual(["6.92"])
  })

  it("B9: every named cycle, with and without a percentage off", () => {
    const cycles = [
      { interval: every(1, "day") },
      { interval: every(1, "month") },
      { interval: every(3, "month") },
      { interval: every(6, "month"), percentOff: 5 },
      { interval: every(1, "year"), percentOff: "16.67" },
      { interval: every(3, "year"), percentOff: 100 },
    ]
    expect(fillCycles("10.00", cycles, "eur")).toEqual(["0.33", "10.00", "30.00", "57.00", "100.00", "0.00"])
    expect(fillCycles("1000", [{ interval: every(1, "week") }], "jpy")).toEqual(["231"])
    expect(fillCycles("1.000", [{ interval: every(1, "day") }], "kwd")).toEqual(["0.033"])
  })

  it("law: rounded once, a percentage off never makes it dearer, and a month is the price itself", () => {
    fc.assert(
      fc.property(amounts({ min: 0, max: 1e8, digits: 2 }), intervals, fc.nat(100), (price, interval, percentOff) => {
        const [full = "x", less = "x", month = "x"] = fillCycles(
          price,
          [{ interval }, { interval, percentOff }, { interval: every(1, "month") }],
          "eur",
        )
        expect(compare(less, full)).toBeLessThanOrEqual(0)
        expect(compare(month, price)).toBe(0)
        expect(compare(less, "0")).toBeGreaterThanOrEqual(0)
        const exact = subtract(full, percentOf(full, percentOff))
        const off = subtract(less, exact)
        expect(compare(off, "0.01") < 1 && compare(off, "-0.01") > -1).toBe(true)
      }),
      LAW,
    )
  })
})

describe("saving", () => {
  it("B8: a year for ten months' price saves two of them", () => {
    expect(saving("10.00", "100.00", every(1, "year"), "eur")).toEqual({ amount: "20.00", percent: "16.7" })
    expect(saving("10.00", "27.00", every(3, "month"), "eur")).toEqual({ amount: "3.00", percent: "10" })
  })

  it("B8: nothing is shown where nothing is saved", () => {
    expect(saving("10.00", "120.00", every(1, "year"), "eur")).toBeNull()
    expect(saving("10.00", "150.00", every(1, "year"), "eur")).toBeNull()
    expect(saving("10.00", "10.00", every(1, "month"), "eur")).toBeNull()
    expect(saving("0", "10.00", every(1, "year"), "eur")).toBeNull()
    expect(saving("10.00", "0.00", every(1, "year"), "eur")).toBeNull()
  })

  it("law: price and saving are the calculator's price", () => {
    const prices = amounts({ min: 1, max: 1e7, digits: 2 })
    fc.assert(
      fc.property(prices, prices, intervals, (monthly, price, interval) => {
        const [full = "x"] = fillCycles(monthly, [{ interval }], "eur")
        const saved = saving(monthly, price, interval, "eur")
        expect(saved ? compare(add(price, saved.amount), full) : compare(price, full) >= 0 || isZero(full)).toBe(
          saved ? 0 : true,
        )
      }),
      LAW,
    )
  })
})

describe("isCycleEnabled", () => {
  it("B6: a price that is empty or zero disables; free is a payment type, not a zero price", () => {
    expect(isCycleEnabled("recurring", "0.01")).toBe(true)
    expect(isCycleEnabled("recurring", "0.00")).toBe(false)
    expect(isCycleEnabled("recurring", null)).toBe(false)
    expect(isCycleEnabled("lifetime", "0")).toBe(false)
    expect(isCycleEnabled("lifetime", "99")).toBe(true)
    expect(isCycleEnabled("free", null)).toBe(true)
    expect(isCycleEnabled("free", "0")).toBe(true)
  })
})
