import fc from "fast-check"
import vectors from "../../../../integration-tests/vectors/proration.json"
import { addDays, daysBetween } from "../../calendar"
import { add, compare, isZero, round, subtract, type Decimal } from "../../money"
import { currencies, dates, LAW, moneyIn } from "../../__tests__/arbitraries"
import { prorate, type ProrationFacts } from "./prorate"

const periods = fc
  .record({ start: dates, length: fc.constantFrom(1, 2, 28, 29, 30, 31, 90, 91, 92, 365, 366), day: fc.nat() })
  .map(({ start, length, day }) => ({
    period: { start, end: addDays(start, length) },
    changeOn: addDays(start, day % length),
  }))

const changes: fc.Arbitrary<ProrationFacts> = fc
  .record({ dates: periods, currency: currencies })
  .chain(({ dates: { period, changeOn }, currency }) =>
    fc.record({ paid: moneyIn(currency), price: moneyIn(currency) }).map(({ paid, price }) => ({
      period,
      paid: { ...period, amount: paid },
      price,
      changeOn,
      currency,
    })),
  )

describe("prorate", () => {
  it.each(vectors.map((vector) => [`${vector.source}: ${vector.from} to ${vector.to}`, vector] as const))(
    "B25: %s",
    (_name, { period: [start = "", end = ""], change_on, from, to, currency, ...expected }) => {
      const period = { start, end }
      const paid = { ...period, amount: from }
      const result = prorate({ period, paid, price: to, changeOn: change_on, currency })
      const named: Record<string, Decimal> = {
        credit: result.credit,
        charge: result.charge,
        due: subtract(result.due, result.toBalance),
        to_balance: result.toBalance,
      }
      for (const [field, amount] of Object.entries(expected)) {
        if (field in named) {
          expect([field, round(named[field] ?? "", currency)]).toEqual([field, amount])
        }
      }
    },
  )

  it("BI1: a second change credits what the first one charged", () => {
    const period = { start: "2026-10-26", end: "2026-11-26" }
    const first = prorate({
      period,
      paid: { ...period, amount: "30.00" },
      price: "40.00",
      changeOn: "2026-11-05",
      currency: "eur",
    })
    expect(first).toMatchObject({ charge: "27.10", credit: "20.32", due: "6.78" })
    const paid = { start: "2026-11-05", end: period.end, amount: first.charge }
    expect(prorate({ period, paid, price: "50.00", changeOn: "2026-11-10", currency: "eur" })).toMatchObject({
      charge: "25.81",
      credit: "20.65",
      due: "5.16",
    })
  })

  it("refuses a date outside of the paid days", () => {
    const period = { start: "2026-04-01", end: "2026-05-01" }
    const facts = { period, paid: { ...period, amount: "10.00" }, price: "20.00", currency: "eur" }
    expect(() => prorate({ ...facts, changeOn: "2026-05-01" })).toThrow(RangeError)
    expect(() => prorate({ ...facts, changeOn: "2026-03-31" })).toThrow(RangeError)
  })

  it("law: a change and its instant revert cancel out", () => {
    fc.assert(
      fc.property(changes, (facts) => {
        const there = prorate(facts)
        const paid = { start: facts.changeOn, end: facts.period.end, amount: there.charge }
        const back = prorate({ ...facts, paid, price: facts.paid.amount })
        const net = (one: typeof there): Decimal => subtract(one.charge, one.credit)
        expect(isZero(add(net(there), net(back)))).toBe(true)
      }),
      LAW,
    )
  })

  it("law: what is due is charge less credit, and either it or the balance is zero", () => {
    fc.assert(
      fc.property(changes, (facts) => {
        const { credit, charge, due, toBalance } = prorate(facts)
        expect(compare(subtract(due, toBalance), subtract(charge, credit))).toBe(0)
        expect(isZero(due) || isZero(toBalance)).toBe(true)
        expect(compare(credit, facts.paid.amount)).toBeLessThanOrEqual(0)
        expect(compare(charge, facts.price)).toBeLessThanOrEqual(0)
      }),
      LAW,
    )
  })

  it("law: the same price costs nothing on any day, but for a rounding that is the same both ways", () => {
    fc.assert(
      fc.property(changes, (facts) => {
        expect(prorate({ ...facts, price: facts.paid.amount })).toMatchObject({
          due: round("0", facts.currency),
          toBalance: round("0", facts.currency),
        })
      }),
      LAW,
    )
  })

  it("law: a later change credits no more, and the days add up", () => {
    fc.assert(
      fc.property(changes, (facts) => {
        const { days, credit } = prorate(facts)
        expect(days.unused + daysBetween(facts.period.start, facts.changeOn)).toBe(days.period)
        const later = addDays(facts.changeOn, 1)
        if (later < facts.period.end) {
          expect(compare(prorate({ ...facts, changeOn: later }).credit, credit)).toBeLessThanOrEqual(0)
        }
        const onFirstDay = prorate({ ...facts, changeOn: facts.period.start })
        expect(onFirstDay.credit).toBe(facts.paid.amount)
        expect(onFirstDay.charge).toBe(round(facts.price, facts.currency))
      }),
      LAW,
    )
  })
})
