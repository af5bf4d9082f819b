import fc from "fast-check"
import { addDays, addInterval, compareDates, cycleDate, daysBetween, period, type CivilDate } from "."
import { dates, intervals, LAW } from "../__tests__/arbitraries"

const cycles = fc.integer({ min: 0, max: 240 })
const dayOf = (date: CivilDate): number => Number(date.slice(8))
const lastDayOfMonth = (date: CivilDate): number =>
  dayOf(addDays(cycleDate(`${date.slice(0, 7)}-01`, { unit: "month", count: 1 }, 1), -1))

describe("cycleDate", () => {
  it("BI3, decision 6: 31 Jan, 28 Feb, 31 Mar, 30 Apr", () => {
    const months = [0, 1, 2, 3].map((n) => cycleDate("2027-01-31", { unit: "month", count: 1 }, n))
    expect(months).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"])
  })

  it("decision 6: a leap day comes back in leap years", () => {
    const years = [0, 1, 3, 4].map((n) => cycleDate("2024-02-29", { unit: "year", count: 1 }, n))
    expect(years).toEqual(["2024-02-29", "2025-02-28", "2027-02-28", "2028-02-29"])
    expect(cycleDate("2024-02-29", { unit: "month", count: 1 }, 1)).toBe("2024-03-29")
    expect(cycleDate("2096-02-29", { unit: "year", count: 4 }, 1)).toBe("2100-02-28")
  })

  it("law: the nth date grows with n", () => {
    fc.assert(
      fc.property(dates, intervals, cycles, (anchor, interval, n) => {
        expect(cycleDate(anchor, interval, 0)).toBe(anchor)
        expect(compareDates(cycleDate(anchor, interval, n), cycleDate(anchor, interval, n + 1))).toBe(-1)
      }),
      LAW,
    )
  })

  it("law: months and years keep the anchor's day, or take the month's last", () => {
    const long = intervals.filter(({ unit }) => unit === "month" || unit === "year")
    fc.assert(
      fc.property(dates, long, cycles, (anchor, interval, n) => {
        const date = cycleDate(anchor, interval, n)
        expect(dayOf(date)).toBe(Math.min(dayOf(anchor), lastDayOfMonth(date)))
      }),
      LAW,
    )
  })

  it("law: days and weeks are that many days, whatever the month", () => {
    const short = intervals.filter(({ unit }) => unit === "day" || unit === "week")
    fc.assert(
      fc.property(dates, short, cycles, (anchor, interval, n) => {
        const days = interval.count * n * (interval.unit === "week" ? 7 : 1)
        expect(daysBetween(anchor, cycleDate(anchor, interval, n))).toBe(days)
      }),
      LAW,
    )
  })

  it("law: a year is twelve months", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 10 }), cycles, (anchor, count, n) => {
        const months = cycleDate(anchor, { unit: "month", count: 12 * count }, n)
        expect(cycleDate(anchor, { unit: "year", count }, n)).toBe(months)
      }),
      LAW,
    )
  })

  it("law: periods tile time with no gap and no overlap", () => {
    fc.assert(
      fc.property(dates, intervals, cycles, (anchor, interval, n) => {
        const one = period(anchor, interval, n)
        expect(one.end).toBe(period(anchor, interval, n + 1).start)
        expect(compareDates(one.start, one.end)).toBe(-1)
      }),
      LAW,
    )
  })

  it("addInterval is the first cycle", () => {
    expect(addInterval("2024-01-31", { unit: "month", count: 1 })).toBe("2024-02-29")
  })

  it("refuses what is no date, and leaves the calendar for nothing", () => {
    expect(() => cycleDate("2023-02-29", { unit: "month", count: 1 }, 1)).toThrow(RangeError)
    expect(() => cycleDate("9999-01-31", { unit: "year", count: 1 }, 1)).toThrow(/out of the calendar/)
  })
})
