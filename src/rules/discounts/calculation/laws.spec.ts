import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { articleDiscount, assigned, discountFacts, rule, evaluatedLine } from "../../__tests__/discounts"
import { arbitraryDiscountFacts } from "../../__tests__/arbitrary-discount-facts"
import { compare, isNegative, multiply, percentOf, quotient, round, subtract, sum, type Decimal } from "../../money"
import { evaluateDiscounts, type DiscountFacts, type DiscountedLine, type EvaluatedLine } from ".."

const totalOf = (facts: DiscountFacts): Decimal => sum(evaluateDiscounts(facts).lines.map(({ amount }) => amount))

const forEachLine = (facts: DiscountFacts, check: (line: DiscountedLine, fact: EvaluatedLine) => void) =>
  evaluateDiscounts(facts).lines.forEach((line, place) => {
    const fact = facts.lines[place]
    expect(fact?.id).toBe(line.id)
    if (fact) {
      check(line, fact)
    }
  })

/** Amounts have no more digits than the currency: rounding changes nothing. */
const isWritten = (amount: Decimal, currencyCode: string) => expect(round(amount, currencyCode)).toBe(amount)

describe("laws of discounts", () => {
  it("law: a discount is never negative and never above what is left of its line, and is the sum of its components", () => {
    fc.assert(
      fc.property(arbitraryDiscountFacts, (facts) => {
        forEachLine(facts, ({ price, amount, discounts }, { taken, unitPrice, quantity }) => {
          expect(isNegative(amount)).toBe(false)
          expect(compare(price, multiply(unitPrice, quantity))).toBe(0)
          expect(compare(amount, subtract(price, taken))).toBeLessThanOrEqual(0)
          expect(compare(sum(discounts.map((one) => one.amount)), amount)).toBe(0)
          discounts.forEach((one) => expect(compare(one.amount, "0")).toBe(1))
          ;[amount, ...discounts.map((one) => one.amount)].forEach((one) => isWritten(one, facts.currencyCode))
        })
      }),
      LAW,
    )
  })

  it("law: the trace gives the same amounts as the discounts, and a reason wherever it gives none", () => {
    fc.assert(
      fc.property(arbitraryDiscountFacts, (facts) => {
        forEachLine(facts, ({ discounts, trace }) => {
          const applied = trace.filter(({ outcome }) => outcome === "applied")
          expect(applied.every(({ reason }) => reason === null)).toBe(true)
          const refused = trace.filter(({ outcome }) => outcome === "not_applied")
          expect(refused.every(({ reason, amount }) => reason !== null && compare(amount, "0") === 0)).toBe(true)
          const given = applied.filter(({ amount }) => compare(amount, "0") > 0)
          const amountsOf = (list: readonly { source: string; discountId: string | null; amount: string }[]) =>
            list.map(({ source, discountId, amount }) => `${source} ${discountId} ${amount}`)
          expect(amountsOf(given)).toEqual(amountsOf(discounts))
        })
      }),
      LAW,
    )
  })

  it("law: the order of the lines changes neither the total nor what is used", () => {
    const shuffled = arbitraryDiscountFacts.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts.lines, { minLength: facts.lines.length, maxLength: facts.lines.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([facts, lines]) => {
        const [one, other] = [evaluateDiscounts(facts), evaluateDiscounts({ ...facts, lines })]
        expect(totalOf({ ...facts, lines })).toBe(totalOf(facts))
        expect(other.orderValue).toBe(one.orderValue)
      }),
      LAW,
    )
  })

  it("law: a line split in two changes nothing", () => {
    const split = arbitraryDiscountFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.nat(facts.lines.length - 1), fc.integer({ min: 1, max: 6 })),
    )
    fc.assert(
      fc.property(split, ([facts, place, moved]) => {
        const line = facts.lines[place]
        fc.pre(line !== undefined && line.quantity > moved)
        const { quantity, taken } = line
        const each = compare(taken, "0") > 0 ? line.unitPrice : "0"
        const piece = (id: string, units: number) => ({
          ...line,
          id,
          quantity: units,
          taken: round(multiply(each, units), facts.currencyCode),
        })
        const lines = facts.lines.flatMap((one) =>
          one === line ? [piece(one.id, quantity - moved), piece("new", moved)] : [one],
        )
        const [before, after] = [evaluateDiscounts(facts), evaluateDiscounts({ ...facts, lines })]
        expect(totalOf({ ...facts, lines })).toBe(totalOf(facts))
        expect(after.orderValue).toBe(before.orderValue)
        const both = after.lines.filter(({ id }) => id === line.id || id === "new")
        const same = before.lines.filter(({ id }) => facts.lines.some((one) => one.id === id && isTwin(one, line)))
        const twins = after.lines.filter(({ id }) => !both.some((one) => one.id === id))
        const others = twins.filter(({ id }) => same.some((one) => one.id === id))
        expect(
          compare(sum([...both, ...others].map(({ amount }) => amount)), sum(same.map(({ amount }) => amount))),
        ).toBe(0)
      }),
      LAW,
    )
  })

  it("law: the same facts give the same answer, and are left as they are", () => {
    fc.assert(
      fc.property(arbitraryDiscountFacts, (facts) => {
        const before = JSON.stringify(facts)
        const answer = JSON.stringify(evaluateDiscounts(facts))
        expect(JSON.stringify(evaluateDiscounts(facts))).toBe(answer)
        expect(JSON.stringify(evaluateDiscounts(JSON.parse(before) as DiscountFacts))).toBe(answer)
        expect(JSON.stringify(facts)).toBe(before)
      }),
      LAW,
    )
  })

  it("law: a discount for no group never applies", () => {
    fc.assert(
      fc.property(arbitraryDiscountFacts, (facts) => {
        const discounts = facts.discounts.map((discount) => ({ ...discount, groups: [] }))
        const orderDiscounts = facts.orderDiscounts.map((discount) => ({ ...discount, groups: [] }))
        const answer = evaluateDiscounts({ ...facts, discounts, orderDiscounts })
        expect(answer.used).toEqual([])
        answer.lines.forEach((line) => expect(line.discounts.every(({ source }) => source === "personal")).toBe(true))
      }),
      LAW,
    )
  })

  it("law: an article at one price keeps to the store's maximum and leaves its minimum margin, or takes nothing", () => {
    fc.assert(
      fc.property(arbitraryDiscountFacts, (facts) => {
        const { maxDiscountPercent, minMarginPercent } = facts.settings
        const { lines } = evaluateDiscounts(facts)
        for (const fact of facts.lines.filter(({ kind }) => kind === "article")) {
          const twins = facts.lines.flatMap((one, place) => (isTwin(one, fact) ? [place] : []))
          const priced = sum(twins.map((place) => lines[place]?.price ?? "0"))
          const amount = sum(twins.map((place) => lines[place]?.amount ?? "0"))
          if (maxDiscountPercent !== null) {
            expect(compare(amount, percentOf(priced, maxDiscountPercent))).toBeLessThanOrEqual(0)
          }
          if (minMarginPercent !== null && fact.unitCost !== null && compare(amount, "0") > 0) {
            const units = twins.reduce((all, place) => all + (facts.lines[place]?.quantity ?? 0), 0)
            const left = subtract(priced, amount)
            const factor = fact.isTaxInclusive ? sum(["1", percentOf("1", fact.taxRate)]) : "1"
            // left ÷ factor × (100 − margin) ÷ 100 ≥ cost, without a division.
            const margin = percentOf(left, subtract("100", minMarginPercent))
            expect(compare(margin, multiply(multiply(fact.unitCost, units), factor))).toBeGreaterThanOrEqual(0)
          }
        }
      }),
      LAW,
    )
  })

  it("law: what is not capped is within half a minor unit of the exact sum of its percentages", () => {
    const percents = fc.array(fc.integer({ min: 0, max: 3_300 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(percents, fc.nat(1_000_000), fc.integer({ min: 1, max: 40 }), (list, cents, quantity) => {
        const values = list.map((hundredths) => quotient(String(hundredths), "100"))
        const discounts = values.map((value, index) =>
          articleDiscount({ id: `d${index}`, type: "cumulative", rules: [rule({ value })] }),
        )
        const unitPrice = quotient(String(cents), "100")
        const facts = discountFacts({ ...assigned(...discounts), lines: [evaluatedLine({ unitPrice, quantity })] })
        const exact = percentOf(multiply(unitPrice, quantity), sum(values))
        expect(evaluateDiscounts(facts).lines[0]?.amount).toBe(round(exact, "eur"))
      }),
      LAW,
    )
  })

  it("law: more units never lower what is taken off, where higher tiers give no less", () => {
    const steps = fc.array(
      fc.record({ width: fc.integer({ min: 1, max: 5 }), more: fc.integer({ min: 0, max: 20 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 25 }),
        (list, cents, quantity) => {
          let [from, value] = [1, 0]
          const rules = list.map(({ width, more }, index) => {
            const min = from
            from += width
            value += more
            const max = index === list.length - 1 ? null : String(from - 1)
            return rule({ min: String(min), max, value: String(value) })
          })
          const at = (units: number) =>
            totalOf(
              discountFacts({
                ...assigned(articleDiscount({ rules })),
                lines: [evaluatedLine({ unitPrice: quotient(String(cents), "100"), quantity: units })],
              }),
            )
          expect(compare(at(quantity + 1), at(quantity))).toBeGreaterThanOrEqual(0)
        },
      ),
      LAW,
    )
  })

  it("law: a percentage leaves the same net price whether tax is in the price or not", () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_00),
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom("0", "5", "19", "25"),
        (cents, value, taxRate) => {
          const net = quotient(String(cents), "100")
          const gross = sum([net, percentOf(net, taxRate)])
          const left = (unitPrice: Decimal, isTaxInclusive: boolean): Decimal => {
            const discount = articleDiscount({ rules: [rule({ value: String(value) })] })
            const line = evaluatedLine({ unitPrice, isTaxInclusive, taxRate })
            const [answer] = evaluateDiscounts(discountFacts({ ...assigned(discount), lines: [line] })).lines
            return subtract(answer?.price ?? "0", answer?.amount ?? "0")
          }
          const fromGross = quotient(left(gross, true), sum(["1", percentOf("1", taxRate)]))
          const off = subtract(fromGross, left(net, false))
          // Each was rounded once to the cent.
          expect(compare(multiply(off, off), "0.0001")).toBeLessThanOrEqual(0)
        },
      ),
      LAW,
    )
  })
})

/** Whether two lines are of one rounding group. */
function isTwin(a: EvaluatedLine, b: EvaluatedLine): boolean {
  const takenEach = (line: EvaluatedLine) => quotient(line.taken, String(line.quantity))
  return (
    a.kind === b.kind &&
    a.variantId === b.variantId &&
    compare(a.unitPrice, b.unitPrice) === 0 &&
    compare(takenEach(a), takenEach(b)) === 0
  )
}
