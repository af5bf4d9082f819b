import fc from "fast-check"
import { addDays, compareDates, daysBetween } from "../../../calendar"
import { dates, LAW } from "../../../__tests__/arbitraries"
import { decidePause, resumedOn, type PauseFacts } from "./pause"

const facts = (changes: Partial<PauseFacts> = {}): PauseFacts => ({
  status: "active",
  period: { start: "2026-05-01", end: "2026-06-01" },
  cancelOn: null,
  expiresOn: null,
  ...changes,
})

describe("decidePause, resumedOn", () => {
  it("B24: paid 1 May for a month, paused 10 May, resumed 20 June: next on 12 July", () => {
    const pause = decidePause(facts(), { asOf: "2026-05-10", until: null })
    expect(pause).toEqual({ kind: "pause", on: "2026-05-10", until: null, unusedDays: 22 })
    expect(resumedOn({ nextStart: "2026-06-01", pausedOn: "2026-05-10" }, "2026-06-20")).toBe("2026-07-12")
  })

  it("B24: a pause that ends before it starts, or after the subscription, is refused with field and reason", () => {
    for (const until of ["2026-05-10", "2026-05-09"]) {
      expect(decidePause(facts(), { asOf: "2026-05-10", until })).toMatchObject({ kind: "refuse", field: "until" })
    }
    const leaving = facts({ cancelOn: "2026-06-01" })
    expect(decidePause(leaving, { asOf: "2026-05-10", until: "2026-06-01" })).toEqual({
      kind: "refuse",
      field: "until",
      reason: "The subscription ends on 2026-06-01: the pause has to end before",
    })
    expect(decidePause(leaving, { asOf: "2026-05-10", until: null })).toMatchObject({ kind: "refuse" })
    expect(decidePause(leaving, { asOf: "2026-05-10", until: "2026-05-20" })).toMatchObject({ kind: "pause" })
  })

  it("B21: says why a state has no pause", () => {
    expect(decidePause(facts({ status: "past_due" }), { asOf: "2026-05-10", until: null })).toEqual({
      kind: "refuse",
      field: null,
      reason: "What is overdue has to be settled before it can be paused",
    })
  })

  it("law: days used and days given back are the days of the period", () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 1, max: 400 }),
        fc.nat(),
        fc.nat({ max: 500 }),
        (start, length, day, away) => {
          const period = { start, end: addDays(start, length) }
          const asOf = addDays(start, day % length)
          const pause = decidePause(facts({ period }), { asOf, until: null })
          if (pause.kind !== "pause") {
            throw new Error(pause.reason)
          }
          const back = addDays(asOf, away)
          expect(daysBetween(start, asOf) + pause.unusedDays).toBe(length)
          expect(daysBetween(period.end, resumedOn({ nextStart: period.end, pausedOn: pause.on }, back))).toBe(away)
          expect(
            compareDates(resumedOn({ nextStart: period.end, pausedOn: pause.on }, back), back),
          ).toBeGreaterThanOrEqual(0)
        },
      ),
      LAW,
    )
  })
})
