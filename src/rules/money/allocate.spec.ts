import fc from "fast-check"
import { add, allocate, compare, isZero, minorUnits, multiply, negate, round, subtract, sum, type Decimal } from "."
import { amounts, currencies, decimalOf, LAW } from "../__tests__/arbitraries"

const weights = fc.array(amounts({ min: 0, max: 1_000_000, digits: 3 }), { minLength: 1, maxLength: 12 })
const cases = currencies.chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    amount: amounts({ min: -10_000_000, max: 10_000_000, digits: minorUnits(currency) }),
    weights,
  }),
)

describe("allocate", () => {
  it("law: the parts make the whole", () => {
    fc.assert(
      fc.property(cases, ({ amount, weights, currency }) => {
        const parts = allocate(amount, weights, currency)
        expect(parts).toHaveLength(weights.length)
        expect(round(sum(parts), currency)).toBe(round(amount, currency))
      }),
      LAW,
    )
  })

  it("law: each part is less than one minor unit away from its exact share", () => {
    fc.assert(
      fc.property(cases, ({ amount, weights, currency }) => {
        const shares = weights.every(isZero) ? weights.map(() => "1") : weights
        const total = sum(shares)
        const unit = multiply(decimalOf(1, minorUnits(currency)), total)
        allocate(amount, weights, currency).forEach((part, index) => {
          const off = subtract(multiply(part, total), multiply(amount, shares[index] ?? "0"))
          expect(compare(multiply(off, off), multiply(unit, unit))).toBe(-1)
        })
      }),
      LAW,
    )
  })

  it("law: a larger weight never gets less, an equal one never more if it is later, a weightless one nothing", () => {
    fc.assert(
      fc.property(currencies, weights, fc.nat(10_000_000), (currency, weights, units) => {
        const parts = allocate(decimalOf(units, minorUnits(currency)), weights, currency)
        const each = parts.map((part, index) => ({ part, weight: weights[index] ?? "0" }))
        const hasWeight = weights.some((weight) => !isZero(weight))
        each.forEach((a, index) => {
          each.slice(index + 1).forEach((b) => {
            const byWeight = compare(a.weight, b.weight)
            expect(compare(a.part, b.part) * (byWeight || 1)).toBeGreaterThanOrEqual(0)
          })
          expect(hasWeight && isZero(a.weight) && !isZero(a.part)).toBe(false)
        })
      }),
      LAW,
    )
  })

  it("law: a negative amount is split as its opposite, and scaled weights split alike", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 999 }), ({ amount, weights, currency }, scale) => {
        const parts = allocate(amount, weights, currency)
        const opposite = allocate(negate(amount), weights, currency)
        opposite.forEach((part, index) => expect(isZero(add(part, parts[index] ?? "x"))).toBe(true))
        const scaled = weights.map((weight): Decimal => multiply(weight, scale))
        expect(allocate(amount, scaled, currency)).toEqual(parts)
      }),
      LAW,
    )
  })

  it("decision 4: three times 5 % of 0.50 is 0.08, split with ties to the earlier", () => {
    expect(allocate(round(multiply("0.025", 3), "eur"), ["1", "1", "1"], "eur")).toEqual(["0.03", "0.03", "0.02"])
  })

  it("refuses a negative weight, and an amount that nobody takes", () => {
    expect(() => allocate("1", ["2", "-1"], "eur")).toThrow(/negative/)
    expect(() => allocate("1", [], "eur")).toThrow(/nothing to split/)
    expect(allocate("0.00", [], "eur")).toEqual([])
  })
})
