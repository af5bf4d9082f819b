import fc from "fast-check"
import { compareDates, daysBetween } from "../../calendar"
import { dates, LAW } from "../../__tests__/arbitraries"
import { cycleStart, wholeCycleStart } from "./cycle-start"
import { startingOn } from "./starting-on"

describe("startingOn", () => {
  it("B5a: the part from 11 September leads to the first of October; on the day itself it is whole", () => {
    const onTheFirst = { interval: { unit: "month", count: 1 }, billingDay: { day: 1, month: 1 } } as const
    expect(startingOn("2026-09-11", 1, onTheFirst)).toEqual({
      ...{ anchorOn: "2026-09-01", anchorCycle: 1, partFrom: "2026-09-11" },
    })
    expect(startingOn("2026-10-01", 4, onTheFirst)).toEqual({ anchorOn: "2026-10-01", anchorCycle: 4, partFrom: null })
  })

  it("without a billing day, and for days and weeks, the date is the anchor", () => {
    const plain = { anchorOn: "2026-09-11", anchorCycle: 3, partFrom: null }
    expect(startingOn("2026-09-11", 3, { interval: { unit: "month", count: 1 }, billingDay: null })).toEqual(plain)
    const weekly = { interval: { unit: "week", count: 2 }, billingDay: { day: 1, month: 1 } } as const
    expect(startingOn("2026-09-11", 3, weekly)).toEqual(plain)
  })

  it("law: the cycle starts on the date, lies in a whole period, and the next ones follow it without a gap", () => {
    const days = fc.record({ day: fc.integer({ min: 1, max: 31 }), month: fc.integer({ min: 1, max: 12 }) })
    const units = fc.constantFrom("month" as const, "year" as const)
    const inputs = [dates, units, fc.integer({ min: 1, max: 6 }), days, fc.nat({ max: 40 })] as const
    fc.assert(
      fc.property(...inputs, (date, unit, count, billingDay, cycle) => {
        const interval = { unit, count }
        const facts = { ...startingOn(date, cycle, { interval, billingDay }), interval, nextCycle: cycle }
        expect(cycleStart(facts, cycle)).toBe(date)
        expect(compareDates(wholeCycleStart(facts, cycle), date)).toBeLessThanOrEqual(0)
        const next = cycleStart(facts, cycle + 1)
        expect(daysBetween(date, next)).toBeGreaterThan(0)
        expect(next).toBe(wholeCycleStart(facts, cycle + 1))
        const isLastOfMonth = Number(next.slice(-2)) >= 28 && Number(next.slice(-2)) < billingDay.day
        expect(Number(next.slice(-2)) === billingDay.day || isLastOfMonth).toBe(true)
      }),
      LAW,
    )
  })
})
