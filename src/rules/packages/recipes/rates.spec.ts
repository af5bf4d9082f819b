import fc from "fast-check"
import type { RateColumns } from "./package-columns"
import { orderedRates, rateTableOf, validateRates } from "./rates"

const rate = (duration: number | null, price = "10", currency_code = "eur"): RateColumns => ({
  currency_code,
  duration,
  price,
})

describe("P5: a rate table", () => {
  it.each([
    ["with one step", [rate(1)]],
    ["with a last row for each further one", [rate(1), rate(3), rate(null)]],
    ["in two currencies", [rate(1), rate(1, "11", "chf")]],
    ["in any order", [rate(7), rate(null), rate(1)]],
  ])("is right %s", (_how, rates) => {
    expect(validateRates(rates, true)).toEqual([])
  })

  it.each([
    ["a duration twice", [rate(1), rate(1)], "rates.1.duration", "is in the table already"],
    ["a duration twice, in capitals", [rate(1), rate(1, "5", "EUR")], "rates.1.duration", "is in the table already"],
    ["no duration at all", [rate(0)], "rates.0.duration", "must be a whole number from 1 to 10000"],
    ["half a day", [rate(1.5)], "rates.0.duration", "must be a whole number from 1 to 10000"],
    ["each further one twice", [rate(1), rate(null), rate(null)], "rates.2.duration", "is in the table already"],
    [
      "each further one alone",
      [rate(null)],
      "rates.0.duration",
      '"each further" follows a step, and the table has none',
    ],
    ["a negative price", [rate(1, "-1")], "rates.0.price", "must not be negative"],
    ["a price that is too fine", [rate(1, "1.005")], "rates.0.price", "takes at most 2 decimals in EUR"],
    ["an unknown currency", [rate(1, "1", "zzz")], "rates.0.price", '"zzz" is not a known currency'],
  ])("is refused with %s", (_what, rates, field, reason) => {
    expect(validateRates(rates, true)).toEqual([{ field, reason }])
  })

  it("is refused where nothing is priced by time", () => {
    expect(validateRates([rate(1)], false)).toEqual([
      { field: "rates", reason: "only what is priced by the hour or by the day has rates" },
    ])
  })

  it("law: the order of its rows changes nothing", () => {
    const rows = fc.uniqueArray(fc.option(fc.integer({ min: 1, max: 30 })), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.func(fc.integer()), (durations, order) => {
        const rates = durations.map((duration) => rate(duration, String(duration ?? 99)))
        const shuffled = [...rates].sort((a, b) => order(a.duration) - order(b.duration))
        expect(orderedRates(shuffled)).toEqual(orderedRates(rates))
      }),
    )
  })

  it("is read in one currency, ascending", () => {
    const rates = orderedRates([rate(3, "30"), rate(null, "9.5"), rate(1), rate(2, "7", "CHF")])
    expect(rates.map(({ price }) => price)).toEqual(["7.00", "10.00", "30.00", "9.50"])
    expect(rateTableOf(rates, "EUR")).toEqual({
      steps: [
        { duration: 1, price: "10.00" },
        { duration: 3, price: "30.00" },
      ],
      further: "9.50",
    })
    expect(rateTableOf(rates, "usd")).toBeNull()
  })
})
