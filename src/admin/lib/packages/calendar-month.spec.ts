import { calendarMonth, firstOfMonth, monthAfter } from "./calendar-month"

describe("calendarMonth", () => {
  it("begins its weeks on Monday, with gaps for the days of other months", () => {
    const { weeks, last } = calendarMonth("2026-07-01")
    expect(last).toBe("2026-07-31")
    expect(weeks).toHaveLength(5)
    expect(weeks[0]).toEqual([null, null, "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04", "2026-07-05"])
    expect(weeks[4]).toEqual(["2026-07-27", "2026-07-28", "2026-07-29", "2026-07-30", "2026-07-31", null, null])
  })

  it("turns back as well as forward", () => {
    expect([monthAfter("2026-01-01", -1), monthAfter("2026-12-01", 1)]).toEqual(["2025-12-01", "2027-01-01"])
  })

  it("each day of a year is in one month once", () => {
    let first = firstOfMonth("2028-01-17")
    const days: string[] = []
    for (let month = 0; month < 12; month++) {
      days.push(
        ...calendarMonth(first)
          .weeks.flat()
          .flatMap((date) => date ?? []),
      )
      first = monthAfter(first, 1)
    }
    expect(new Set(days).size).toBe(366)
    expect(days).toHaveLength(366)
    expect([...days].sort()).toEqual(days)
  })
})
