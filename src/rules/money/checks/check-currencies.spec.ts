import { checkCurrencies } from ".."

describe("checkCurrencies", () => {
  const named = (...codes: (string | null)[]) =>
    codes.map((currencyCode, index) => ({ field: `prices.${index}.currency_code`, currencyCode }))

  it("an amount in a currency that the store lacks is refused at its field", () => {
    expect(checkCurrencies(named("eur", "usd", "CHF"), ["eur", "chf"])).toEqual([
      { field: "prices.1.currency_code", reason: '"usd" is not a currency of this store' },
    ])
  })

  it("says nothing of what is for all currencies, nor of what is none", () => {
    expect(checkCurrencies(named(null, "zzz", "EUR"), ["eur"])).toEqual([])
  })
})
