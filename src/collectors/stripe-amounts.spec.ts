import { getAmountFromSmallestUnit, getSmallestUnit } from "@medusajs/payment-stripe/dist/utils/get-smallest-unit"
import fc from "fast-check"
import { LAW } from "../rules/__tests__/arbitraries"
import { stripeAmount, stripeTaken } from "./stripe-amounts"

describe("stripeAmount", () => {
  it.each([
    ["3296.7", "jpy", "3297"],
    ["3.23918", "kwd", "3.240"],
    ["3.231", "kwd", "3.240"],
    ["3.230", "kwd", "3.230"],
    ["29.484", "eur", "29.48"],
    ["29.485", "eur", "29.49"],
    ["3296.7", "isk", "3297"],
    ["3296.70", "mga", "3297.00"],
    ["0", "kwd", "0.000"],
  ])("decision 4: %s in %s is %s", (amount, currencyCode, taken) => {
    expect(stripeAmount(amount, currencyCode)).toBe(taken)
  })

  it("law: it is what Medusa's provider sends for the exact amount, so that the whole can be given back", () => {
    const currencies = fc.constantFrom("eur", "usd", "jpy", "krw", "kwd", "bhd", "chf", "mga")
    const amounts = fc.integer({ min: 0, max: 100_000_000 }).map((units) => (units / 10_000).toFixed(4))
    fc.assert(
      fc.property(amounts, currencies, (amount, currencyCode) => {
        const sent = getSmallestUnit(amount, currencyCode)
        expect(getSmallestUnit(stripeAmount(amount, currencyCode), currencyCode)).toBe(sent)
        expect(Number(stripeAmount(amount, currencyCode))).toBe(getAmountFromSmallestUnit(sent, currencyCode))
        expect(stripeTaken(sent, currencyCode)).toBe(stripeAmount(amount, currencyCode))
      }),
      LAW,
    )
  })
})
