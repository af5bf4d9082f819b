import { calculatePrices } from "./calculate-prices"

const year = { unit: "year" as const, count: 1 }

describe("calculatePrices", () => {
  it("B8, B9: prices and what they save", () => {
    const cycles = [
      { interval: { unit: "week" as const, count: 1 }, percentOff: 0 },
      { interval: year, percentOff: "10" },
    ]
    expect(calculatePrices({ currencyCode: "eur", monthlyPrice: 30, cycles })).toEqual({
      ok: true,
      prices: [
        { interval: cycles[0]?.interval, amount: "6.92", saving: null },
        { interval: year, amount: "324.00", saving: { amount: "36.00", percent: "10" } },
      ],
    })
  })

  it("names every field that is wrong", () => {
    const cycles = [{ interval: { unit: "year" as const, count: 1000 }, percentOff: 101 }]
    expect(calculatePrices({ currencyCode: "jpy", monthlyPrice: "1.5", cycles })).toEqual({
      ok: false,
      problems: [
        { field: "monthly_price", reason: "takes no decimals in JPY" },
        { field: "cycles.0.interval", reason: "must not be longer than 100 years (100 years)" },
        { field: "cycles.0.percent_off", reason: "must be a percentage from 0 to 100" },
      ],
    })
    for (const percentOff of ["-1", "1e1", "", "100.01", "NaN"]) {
      const answer = calculatePrices({
        currencyCode: "eur",
        monthlyPrice: "1",
        cycles: [{ interval: year, percentOff }],
      })
      expect(answer).toMatchObject({ ok: false, problems: [{ field: "cycles.0.percent_off" }] })
    }
  })
})
