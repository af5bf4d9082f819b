import fc from "fast-check"
import { addDays, dateInZone } from "../../calendar"
import { isStale } from "./profile-status"
import { staleBefore } from "./stale-before"

describe("the bound of stale leads", () => {
  it("says the same as the rule on one lead, at every instant and in every zone", () => {
    const zone = fc.constantFrom("UTC", "Europe/Zurich", "America/Sao_Paulo", "Pacific/Apia")
    const minutes = fc.integer({ min: -60 * 24 * 60, max: 60 * 24 * 60 })
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 40 }),
        minutes,
        (name, day, days, off) => {
          const asOf = addDays("2026-01-01", day)
          const bound = staleBefore(asOf, days, name)
          const touchedAt = new Date(Date.parse(bound) + off * 60_000).toISOString()
          const lead = { status: "potential", temperature: "cold", touchedOn: dateInZone(touchedAt, name) } as const
          expect(isStale(lead, asOf, days)).toBe(touchedAt < bound)
        },
      ),
    )
  })
})
