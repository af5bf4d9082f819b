import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { rateTables } from "../../__tests__/packages"
import { add, compare, multiply, type Decimal } from "../../money"
import type { RateTable } from "../recipes/articles"
import { cheapestComposition } from "./cheapest-composition"

const table = (steps: [number, string][], further: string | null = null): RateTable => ({
  steps: steps.map(([duration, price]) => ({ duration, price })),
  further,
})

describe("the cheapest composition of a rate table (P5)", () => {
  it.each([
    [
      "six days are cheapest as a week",
      table([
        [1, "100"],
        [3, "240"],
        [7, "400"],
      ]),
      6,
      "400",
    ],
    [
      "PK9: one day 50, two days 75, each further 20",
      table(
        [
          [1, "50.00"],
          [2, "75.00"],
        ],
        "20.00",
      ),
      4,
      "115",
    ],
    [
      "a further day follows a last step only",
      table(
        [
          [1, "50"],
          [7, "300"],
        ],
        "1",
      ),
      2,
      "100",
    ],
    [
      "a last step with further days may be cheaper than small steps",
      table(
        [
          [1, "50"],
          [2, "60"],
        ],
        "5",
      ),
      8,
      "90",
    ],
    [
      "ten years by the hour, to the cent: 3,660 days and five hours",
      table(
        [
          [1, "1.005"],
          [24, "20.1"],
        ],
        "0.9",
      ),
      87_845,
      "73570.5",
    ],
    ["no day is one step", table([[2, "30"]]), 0, "0"],
  ])("%s", (_what, rates, duration, price) => {
    expect(cheapestComposition(rates, duration)).toBe(price)
  })

  it("never falls as the duration grows", () => {
    fc.assert(
      fc.property(rateTables, fc.integer({ min: 1, max: 40 }), (rates, duration) => {
        expect(
          compare(cheapestComposition(rates, duration), cheapestComposition(rates, duration + 1)),
        ).toBeLessThanOrEqual(0)
      }),
      LAW,
    )
  })

  it("is never above any other composition that covers the duration", () => {
    const compositions = fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(rateTables, compositions, fc.nat({ max: 6 }), (rates, counts, more) => {
        const used = rates.steps.map((step, index) => ({ ...step, count: counts[index] ?? 0 }))
        const hasLast = (used.at(-1)?.count ?? 0) > 0
        const furtherUnits = hasLast && rates.further !== null ? more : 0
        const covered = used.reduce((sum, { duration, count }) => sum + duration * count, 0) + furtherUnits
        const price = used.reduce<Decimal>(
          (sum, one) => add(sum, multiply(one.price, one.count)),
          multiply(rates.further ?? "0", furtherUnits),
        )
        expect(compare(cheapestComposition(rates, covered), price)).toBeLessThanOrEqual(0)
      }),
      LAW,
    )
  })
})
