import { rentalTerms } from "./rental-terms"

const NOW = "2026-06-01T00:00:00Z"
const NONE = { period: null, hours: null, days: null }
const period = { from: "2026-07-01T10:00+02:00", to: "2026-07-04T10:00+02:00" }
const of = (terms: Partial<Parameters<typeof rentalTerms>[0]>, unit: "day" | "hour" = "day") =>
  rentalTerms({ ...NONE, ...terms }, { unit, now: NOW })

describe("how long a single article is rented", () => {
  it.each([
    ["for a period, in UTC", { period }, { period: { from: "2026-07-01T08:00:00Z", to: "2026-07-04T08:00:00Z" } }],
    ["for days", { days: 3 }, { days: 3 }],
    ["for its minimum", {}, {}],
  ])("%s", (_what, terms, expected) => {
    expect(of(terms)).toEqual({ ok: true, terms: { ...NONE, ...expected } })
  })

  it("for hours, where it is priced by these", () => {
    expect(of({ hours: 5 }, "hour")).toEqual({ ok: true, terms: { ...NONE, hours: 5 } })
    expect(of({ hours: 5 })).toMatchObject({ ok: false, field: "hours", reason: expect.stringContaining("by the day") })
  })

  it.each([
    ["a period and hours", { period, hours: 2 }, "hours"],
    ["a period and days", { period, days: 2 }, "days"],
    ["days and hours", { days: 2, hours: 2 }, "hours"],
    ["a past period", { period: { from: "2026-05-01T10:00Z", to: "2026-07-04T10:00Z" } }, "period.from"],
    ["a period that ends before it starts", { period: { from: period.to, to: period.from } }, "period.to"],
    [
      "a year that no database reads",
      { period: { from: "9999-12-01T10:00Z", to: "9999-12-31T23:59-12:00" } },
      "period.to",
    ],
    ["a day without an hour", { period: { from: "2026-07-01", to: "2026-07-04" } }, "period.from"],
  ])("is refused with its field: %s", (_what, terms, field) => {
    expect(of(terms, "hour")).toMatchObject({ ok: false, field })
  })
})
