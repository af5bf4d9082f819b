import type { RecurringDiscount } from "../../../rules/discounts"
import { recurringDiscounts } from "./recurring-discounts"

const recurring: RecurringDiscount = {
  source: "article",
  discountId: "disc_1",
  name: "Spring",
  mode: "percent",
  value: "15",
  per: "unit",
  renewals: "cycles",
  renewalCycles: 3,
  base: "price",
  cappedAt: null,
}
const line = (terms: object[], cycle = 1) => ({
  id: "bsi_A",
  variantId: "variant_A",
  unitPrice: "19.90",
  quantity: 1,
  isTaxInclusive: false,
  terms,
  cycle,
  currencyCode: "eur",
})
const onRenewal = (terms: object[], cycle = 1) => recurringDiscounts.onRenewal([line(terms, cycle)]).get("bsi_A")

describe("recurringDiscounts", () => {
  it("B28: says what is taken off a renewal, while it applies", () => {
    expect(onRenewal([recurring])).toEqual([
      { name: "Spring", amount: "2.99", providerId: "service-commerce-discount" },
    ])
    expect(onRenewal([recurring], 3)).toEqual([])
  })

  it("B20, B28: what counts once is shared by the units that are split", () => {
    const once = { ...recurring, mode: "fixed", value: "3.00", per: "article" }
    const { keep, move } = recurringDiscounts.split([once], { keep: 2, move: 1 }, "eur")
    expect([keep[0]?.value, move[0]?.value]).toEqual(["2.00", "1.00"])
  })

  it("reads what an earlier version wrote, and passes unknown fields on", () => {
    const { base: _base, cappedAt: _cappedAt, ...earlier } = recurring
    const { keep } = recurringDiscounts.split([{ ...earlier, later: 1 }], { keep: 1, move: 1 }, "eur")
    expect(keep[0]).toEqual({ ...recurring, later: 1 })
  })

  it("refuses terms of another room, and names the field", () => {
    expect(() => onRenewal([{ ...recurring, mode: "free" }])).toThrow(/cannot be read: mode: /)
  })

  it("B23: a percentage that was taken instead of a cancellation comes off as an order discount does, up to a cycle", () => {
    const granted = recurringDiscounts.granted({ name: "Loyalty discount", percent: "20", untilCycle: 3 })
    expect(onRenewal([recurring, granted])?.map(({ name, amount }) => [name, amount])).toEqual([
      ["Spring", "2.99"],
      ["Loyalty discount", "3.98"],
    ])
    expect(onRenewal([granted], 3)).toEqual([])
  })

  it("shows the fields for an admin", () => {
    expect(recurringDiscounts.shown([recurring], 1)).toEqual([
      {
        discount_id: "disc_1",
        name: "Spring",
        mode: "percent",
        value: "15",
        per: "unit",
        renewals: "cycles",
        renewal_cycles: 3,
        promotion_id: null,
        cycles_left: 2,
      },
    ])
  })
})
