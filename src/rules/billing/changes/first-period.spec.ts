import fc from "fast-check"
import { compareDates, cycleDate, daysBetween, type Interval } from "../../calendar"
import { compare } from "../../money"
import { dates, LAW, moneyIn } from "../../__tests__/arbitraries"
import { firstPeriod } from "./first-period"

const monthly: Interval = { unit: "month", count: 1 }
const quarterly: Interval = { unit: "month", count: 3 }

describe("firstPeriod", () => {
  it("B5a: 30.00 a month from 11 August to 1 September are 21 of 31 days", () => {
    const first = firstPeriod(
      { orderedOn: "2026-08-11", interval: monthly, billingDay: { day: 1, month: 1 } },
      { price: "30.00", currency: "eur" },
    )
    expect(first).toMatchObject({ period: { start: "2026-08-11", end: "2026-09-01" }, price: "20.32" })
  })

  it("BI2: 91.00 a quarter, from 20 May: 42 of 91 days", () => {
    const first = firstPeriod(
      { orderedOn: "2024-05-20", interval: quarterly, billingDay: { day: 1, month: 1 } },
      { price: "91.00", currency: "eur" },
    )
    expect(first).toMatchObject({
      whole: { start: "2024-04-01", end: "2024-07-01" },
      period: { start: "2024-05-20", end: "2024-07-01" },
      price: "42.00",
    })
  })

  it("BI4: 9.00 a month, 26 to 28 February: 3 of 28 days", () => {
    const first = firstPeriod(
      { orderedOn: "2025-02-26", interval: monthly, billingDay: { day: 1, month: 1 } },
      { price: "9.00", currency: "eur" },
    )
    expect(first.price).toBe("0.96")
  })

  it("B5a: on the billing day itself a whole period is paid; a year counts from its own month", () => {
    const onTheDay = { orderedOn: "2026-09-01", interval: monthly, billingDay: { day: 1, month: 1 } }
    expect(firstPeriod(onTheDay, { price: "30.00", currency: "eur" })).toMatchObject({
      period: { start: "2026-09-01", end: "2026-10-01" },
      price: "30.00",
    })
    const yearly = firstPeriod(
      { orderedOn: "2026-03-01", interval: { unit: "year", count: 1 }, billingDay: { day: 1, month: 4 } },
      { price: "365.00", currency: "eur" },
    )
    expect(yearly).toMatchObject({ period: { start: "2026-03-01", end: "2026-04-01" }, price: "31.00" })
  })

  it("decision 6: the last of the month stays the last: 31 January, 30 April, 31 July", () => {
    const { anchorOn, anchorCycle } = firstPeriod(
      { orderedOn: "2026-05-10", interval: quarterly, billingDay: { day: 31, month: 1 } },
      { price: "90.00", currency: "eur" },
    )
    const starts = [1, 2, 3, 4].map((cycle) => cycleDate(anchorOn, quarterly, cycle - anchorCycle))
    expect(starts).toEqual(["2026-07-31", "2026-10-31", "2027-01-31", "2027-04-30"])
  })

  it("days and weeks have no billing day", () => {
    const weekly = {
      orderedOn: "2026-05-10",
      interval: { unit: "week", count: 1 },
      billingDay: { day: 1, month: 1 },
    } as const
    expect(() => firstPeriod(weekly, { price: "7.00", currency: "eur" })).toThrow(RangeError)
  })

  it("law: it lies in its whole period, costs no more, and cycles follow without a gap", () => {
    const orders = fc.record({
      orderedOn: dates,
      interval: fc.record({
        unit: fc.constantFrom("month" as const, "year" as const),
        count: fc.constantFrom(1, 2, 3, 4, 6, 12),
      }),
      billingDay: fc.record({ day: fc.integer({ min: 1, max: 31 }), month: fc.integer({ min: 1, max: 12 }) }),
    })
    fc.assert(
      fc.property(orders, moneyIn("eur"), (order, price) => {
        const { period, whole, anchorOn, anchorCycle, ...first } = firstPeriod(order, { price, currency: "eur" })
        expect(period.start).toBe(order.orderedOn)
        expect(compareDates(whole.start, period.start)).toBeLessThanOrEqual(0)
        expect(daysBetween(period.start, period.end)).toBeGreaterThan(0)
        expect(compare(first.price, price)).toBeLessThanOrEqual(0)
        expect(cycleDate(anchorOn, order.interval, 1 - anchorCycle)).toBe(period.end)
        expect(cycleDate(anchorOn, order.interval, 0 - anchorCycle)).toBe(whole.start)
      }),
      LAW,
    )
  })
})
