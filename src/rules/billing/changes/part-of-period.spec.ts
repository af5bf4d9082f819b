import vectors from "../../../../integration-tests/vectors/proration.json"
import { subtract } from "../../money"
import { withPart } from "./part-of-period"

const charges = { discounts: [], currencyCode: "eur", locale: null }

describe("withPart", () => {
  it.each(vectors.filter((vector) => vector.charge !== undefined))(
    "$source: bills what the proration charges",
    (vector) => {
      const [start = "", end = ""] = vector.period
      const part = { periodStart: vector.change_on, periodEnd: end, partOf: { start, end } }
      const [taken] = withPart({ unit_price: vector.to, quantity: 1 }, part, charges)
      expect(Number(subtract(vector.to, taken?.amount ?? "0")).toFixed(2)).toBe(vector.charge)
    },
  )

  it("takes nothing off a whole period", () => {
    const part = { periodStart: "2026-04-01", periodEnd: "2026-05-01" }
    expect(withPart({ unit_price: "10.00", quantity: 1 }, part, charges)).toEqual([])
  })

  it("is of the price net of discounts, and says so in the customer's language", () => {
    const part = {
      periodStart: "2026-04-16",
      periodEnd: "2026-05-01",
      partOf: { start: "2026-04-01", end: "2026-05-01" },
    }
    const discounts = [{ name: "Ten", amount: "2.00", providerId: "discounts" }]
    expect(withPart({ unit_price: "10.00", quantity: 2 }, part, { ...charges, discounts, locale: "fr" })).toEqual([
      discounts[0],
      { name: "Pour 15 jours sur 30", amount: "9", providerId: "billing_part" },
    ])
  })
})
