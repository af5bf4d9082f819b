import fc from "fast-check"
import { addDays, compareDates, daysBetween, isCivilDate } from "."
import { dates, LAW } from "../__tests__/arbitraries"

describe("days", () => {
  it("counts over month ends and leap days", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29")
    expect(addDays("2023-02-28", 1)).toBe("2023-03-01")
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31")
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366)
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2)
  })

  it("law: adding days and counting them are each other's opposite", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(compareDates(date, addDays(date, days)) + Math.sign(days)).toBe(0)
      }),
      LAW,
    )
  })

  it.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a date", (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-01",
    "2024-04-31",
    "2024-1-1",
    "24-01-01",
    "0000-01-01",
    "10000-01-01",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-01-01\n",
    "",
    null,
    undefined,
    20_240_101,
    {},
  ])("%p is no date", (value) => {
    expect(isCivilDate(value)).toBe(false)
  })
})
