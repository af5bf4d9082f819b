import { cataloguePrices, type PricedInCatalogue } from "./catalogue-prices"

const sold = (part: Partial<PricedInCatalogue>): PricedInCatalogue => ({
  pricing: "flat",
  minimumDuration: null,
  rates: [],
  currencies: ["chf", "eur"],
  ...part,
})
const eur = (amount: string) => ({ currency_code: "eur", amount })
const NONE = { write: [], remove: [] }

describe("a package's price in Medusa's catalogue", () => {
  it("is nothing where the contents are priced, in each currency that has none", () => {
    const change = cataloguePrices(sold({ pricing: "contents_all" }), { before: null, prices: [eur("40")] })
    expect(change).toEqual({ write: [{ currency_code: "chf", amount: "0" }], remove: [] })
  })

  it("is that of the minimum duration where there are rates", () => {
    const rates = [
      { currency_code: "eur", duration: 1, price: "10.00" },
      { currency_code: "eur", duration: 3, price: "25.00" },
    ]
    const day = sold({ pricing: "day", minimumDuration: 2, rates })
    expect(cataloguePrices(day, { before: null, prices: [] })).toEqual({ write: [eur("20")], remove: [] })
    expect(cataloguePrices(day, { before: null, prices: [eur("20.00")] })).toEqual(NONE)
  })

  it("is left alone where it is the price itself", () => {
    expect(cataloguePrices(sold({}), { before: "day", prices: [eur("0"), eur("5")] })).toEqual(NONE)
    expect(cataloguePrices(sold({ pricing: "hour" }), { before: null, prices: [eur("5")] })).toEqual(NONE)
  })

  it("is no zero any more when the package has a price of its own again", () => {
    const prices = [eur("0"), { currency_code: "chf", amount: "7" }]
    expect(cataloguePrices(sold({}), { before: "contents_visible", prices })).toEqual({ write: [], remove: ["eur"] })
  })
})
