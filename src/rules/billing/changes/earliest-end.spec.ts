import fc from "fast-check"
import { addDays, addInterval, compareDates } from "../../calendar"
import { dates, intervals, LAW } from "../../__tests__/arbitraries"
import { earliestEnd, type TermFacts } from "./earliest-end"

const facts = (changes: Partial<TermFacts> = {}): TermFacts => ({
  minimumTermOn: null,
  notice: null,
  anchorOn: "2026-01-31",
  anchorCycle: 0,
  interval: { unit: "month", count: 1 },
  nextCycle: 2,
  ...changes,
})

describe("earliestEnd", () => {
  it("B23: without terms it ends with what is billed", () => {
    expect(earliestEnd(facts(), "2026-03-01")).toEqual({ on: "2026-03-31", reason: "billed_period" })
  })

  it("B23: not within the minimum term", () => {
    const year = facts({ minimumTermOn: "2027-01-31" })
    expect(earliestEnd(year, "2026-03-01")).toEqual({ on: "2027-01-31", reason: "minimum_term" })
  })

  it("B23: one month's notice is given by the last day that leaves one", () => {
    const month = facts({ notice: { unit: "month", count: 1 } })
    expect(earliestEnd(month, "2026-02-28").on).toBe("2026-03-31")
    expect(earliestEnd(month, "2026-03-01")).toEqual({ on: "2026-04-30", reason: "notice_period" })
  })

  it("B23, B24: where the next renewal is skipped, it ends with what was paid, and not after a month that nobody pays", () => {
    const skipped = facts({ nextCycle: 3, billedUntil: "2026-03-31" })
    expect(earliestEnd(skipped, "2026-03-01")).toEqual({ on: "2026-03-31", reason: "billed_period" })
    expect(earliestEnd({ ...skipped, minimumTermOn: "2026-04-01" }, "2026-03-01")).toEqual({
      ...{ on: "2026-04-30", reason: "minimum_term" },
    })
    expect(earliestEnd(facts({ billedUntil: "2026-03-31" }), "2026-03-01").on).toBe("2026-03-31")
  })

  it("law: it is the start of a cycle that is not billed, after term and notice, and the first one", () => {
    const terms = fc.option(intervals, { nil: null })
    fc.assert(
      fc.property(dates, intervals, terms, terms, fc.integer({ min: 1, max: 6 }), fc.nat({ max: 300 }), (...drawn) => {
        const [startedOn, interval, minimumTerm, notice, nextCycle, days] = drawn
        const asOf = addDays(startedOn, days)
        const minimumTermOn = minimumTerm && addInterval(startedOn, minimumTerm)
        const given = facts({ anchorOn: startedOn, interval, minimumTermOn, notice, nextCycle })
        const { on } = earliestEnd(given, asOf)
        for (const bound of [minimumTermOn, notice && addInterval(asOf, notice)]) {
          expect(bound === null || compareDates(bound, on) <= 0).toBe(true)
        }
        const later = earliestEnd(given, addDays(asOf, 1))
        expect(compareDates(on, later.on)).toBeLessThanOrEqual(0)
      }),
      LAW,
    )
  })
})
