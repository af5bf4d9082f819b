import { durationOf } from "./duration-of"

const of = (from: string, to: string, dayCount: Parameters<typeof durationOf>[1]["dayCount"] = "started_24_hours") =>
  durationOf({ from, to }, { dayCount, timeZone: "Europe/Zurich" })

describe("how long a rental is (P5)", () => {
  it.each([
    ["2026-06-01T10:00Z", "2026-06-04T10:00Z", { days: 3, hours: 72 }],
    ["2026-06-01T10:00Z", "2026-06-04T10:01Z", { days: 4, hours: 73 }],
    ["2026-06-01T10:00Z", "2026-06-01T10:01Z", { days: 1, hours: 1 }],
  ])("from %s to %s", (from, to, duration) => {
    expect(of(from, to)).toEqual(duration)
  })

  it("a day of 25 hours is one day, and so is one of 23", () => {
    expect(of("2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00")).toEqual({ days: 1, hours: 24 })
    expect(of("2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00")).toEqual({ days: 1, hours: 24 })
  })

  it("counts nights, and calendar days whose end is exclusive", () => {
    const from = "2026-06-01T18:00+02:00"
    expect(of(from, "2026-06-04T09:00+02:00", "nights").days).toBe(3)
    expect(of(from, "2026-06-01T23:00+02:00", "nights").days).toBe(1)
    expect(of(from, "2026-06-03T00:00+02:00", "calendar_days").days).toBe(2)
    expect(of(from, "2026-06-03T00:01+02:00", "calendar_days").days).toBe(3)
  })

  it("refuses a period that ends before it starts, or when it starts", () => {
    expect(() => of("2026-06-02T10:00Z", "2026-06-01T10:00Z")).toThrow("ends before it starts")
    expect(() => of("2026-06-02T10:00Z", "2026-06-02T10:00Z")).toThrow("ends before it starts")
    expect(() => of("2026-06-02", "2026-06-03")).toThrow("Cannot parse")
  })
})
