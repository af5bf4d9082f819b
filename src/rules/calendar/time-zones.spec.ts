import fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { addDays, dateInZone, startOfDay } from "."
import { dates, LAW } from "../__tests__/arbitraries"

const zones = fc.constantFrom(
  "UTC",
  "Europe/Zurich",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Africa/Cairo",
  "America/Sao_Paulo",
)

describe("time zones", () => {
  it("decision 5: an instant is on the store's date, not on UTC's", () => {
    expect(dateInZone("2026-01-31T22:59:59.999Z", "Europe/Zurich")).toBe("2026-01-31")
    expect(dateInZone("2026-01-31T23:00:00.000Z", "Europe/Zurich")).toBe("2026-02-01")
    expect(dateInZone("2026-02-01T04:59:59Z", "America/New_York")).toBe("2026-01-31")
    expect(dateInZone("2026-01-31T10:00:00Z", "Pacific/Kiritimati")).toBe("2026-02-01")
    expect(dateInZone("2026-02-01T00:30:00+01:00", "UTC")).toBe("2026-01-31")
  })

  it("knows the days on which clocks change", () => {
    expect(startOfDay("2026-03-29", "Europe/Zurich")).toBe("2026-03-28T23:00:00.000Z")
    expect(startOfDay("2026-03-30", "Europe/Zurich")).toBe("2026-03-29T22:00:00.000Z")
    expect(startOfDay("2026-10-25", "Europe/Zurich")).toBe("2026-10-24T22:00:00.000Z")
    expect(startOfDay("2026-10-26", "Europe/Zurich")).toBe("2026-10-25T23:00:00.000Z")
  })

  it("starts a day whose midnight is skipped at the first time that there is", () => {
    expect(startOfDay("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z")
    expect(dateInZone("2018-11-04T02:59:59.999Z", "America/Sao_Paulo")).toBe("2018-11-03")
  })

  it("law: the start of a day is on it, and the instant before is on the day before", () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const start = startOfDay(date, zone)
        expect(dateInZone(start, zone)).toBe(date)
        const before = Temporal.Instant.from(start).subtract({ milliseconds: 1 }).toString()
        expect(dateInZone(before, zone)).toBe(addDays(date, -1))
      }),
      LAW,
    )
  })

  it("refuses a zone or an instant that does not exist", () => {
    expect(() => dateInZone("2026-01-31T10:00:00Z", "Mars/Olympus")).toThrow(/time zone/i)
    expect(() => dateInZone("yesterday", "UTC")).toThrow()
    expect(() => startOfDay("2026-02-30", "UTC")).toThrow(/is not a date/)
  })
})
