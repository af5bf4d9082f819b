import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { loads, periods, periodsOrForGood } from "../../__tests__/stock"
import { compare, sum } from "../../money"
import { overlaps, type BlockedPeriod } from "./blocked-period"
import { peakLoad, type StockLoad } from "./peak-load"

/** Every half-hour that could matter, looked at by itself. */
const INSTANTS = Array.from({ length: 40 }, (_, half) => half / 2 - 2)

const isIn = (instant: number, period: BlockedPeriod | null) =>
  !period || (period.from <= instant && instant < period.to)

const peakByLooking = (all: StockLoad[], within: BlockedPeriod | null) =>
  INSTANTS.filter((instant) => isIn(instant, within))
    .map((instant) => sum(all.filter(({ period }) => isIn(instant, period)).map(({ quantity }) => quantity)))
    .reduce((most, one) => (compare(one, most) > 0 ? one : most), "0")

describe("peakLoad", () => {
  it("law: it is the most that is taken at any one instant, looked at one by one", () => {
    fc.assert(
      fc.property(fc.array(loads, { maxLength: 12 }), periodsOrForGood, (all, within) => {
        expect(peakLoad(all, within)).toBe(peakByLooking(all, within))
      }),
      LAW,
    )
  })

  it("law: it is never above the sum of what overlaps, nor below the greatest of it", () => {
    fc.assert(
      fc.property(fc.array(loads, { minLength: 1, maxLength: 12 }), periodsOrForGood, (all, within) => {
        const touched = all.filter(({ period }) => overlaps(period, within)).map(({ quantity }) => quantity)
        const peak = peakLoad(all, within)
        expect(compare(peak, sum(touched))).toBeLessThanOrEqual(0)
        expect(touched.every((quantity) => compare(quantity, peak) <= 0)).toBe(true)
      }),
      LAW,
    )
  })

  it("law: the order of the loads changes nothing", () => {
    fc.assert(
      fc.property(fc.array(loads, { maxLength: 8 }), periodsOrForGood, (all, within) => {
        expect(peakLoad([...all].reverse(), within)).toBe(peakLoad(all, within))
      }),
      LAW,
    )
  })

  it("law: periods that touch never add up", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 1, max: 5 }), ({ from, to }, length) => {
        const all = [
          { quantity: "2", period: { from, to } },
          { quantity: "3", period: { from: to, to: to + length } },
        ]
        expect(peakLoad(all, null)).toBe("3")
        expect(peakLoad(all.slice(1), { from, to })).toBe("0")
      }),
      LAW,
    )
  })

  it("what is sold for good counts at every instant", () => {
    const sold = { quantity: "2", period: null }
    expect(peakLoad([sold, { quantity: "1", period: { from: 3, to: 4 } }], null)).toBe("3")
    expect(peakLoad([sold], { from: 3, to: 4 })).toBe("2")
  })
})
