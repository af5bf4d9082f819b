import { creditElsewhere, paidElsewhere } from "./paid-elsewhere"

const eur = { rates: [19], currencyCode: "eur" }

describe("B62, B25: what was paid before a subscription was moved in", () => {
  it("is the row's price for all units, with the tax of today where the price has none in it", () => {
    const units = { unitPrice: "15.00", quantity: 2 }
    expect(paidElsewhere(units, { ...eur, isTaxInclusive: false })).toEqual({ net: "30.00", gross: "35.70" })
    expect(paidElsewhere(units, { ...eur, isTaxInclusive: true })).toEqual({ net: "25.21", gross: "30.00" })
    expect(paidElsewhere(units, { ...eur, rates: [], isTaxInclusive: false })).toEqual({ net: "30.00", gross: "30.00" })
  })

  it("is credited with that tax, rounded once", () => {
    expect(creditElsewhere("5.00", { ...eur, isTaxInclusive: false })).toBe("5.95")
    expect(creditElsewhere("5.00", { ...eur, isTaxInclusive: true })).toBe("5.00")
    expect(creditElsewhere("101", { rates: ["7.7"], currencyCode: "jpy", isTaxInclusive: false })).toBe("109")
  })
})
