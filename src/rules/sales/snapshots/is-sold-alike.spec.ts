import { isSoldAlike } from "./is-sold-alike"
import type { SaleSnapshot, SnapshotLine } from "./sale-snapshot"

const tax = (code: string, rate: string) => ({ code, rate, description: null })
const discount = (description: string, amount: string) => ({
  ...{ description, amount, code: null, promotion_id: null, provider_id: "service-commerce-discount" },
})
const line: SnapshotLine = {
  ...{ id: "ordli_1", type: "simple", product_id: "prod_1", variant_id: "variant_1", title: "Mug", subtitle: null },
  ...{ variant_title: null, sku: null, options: null, quantity: "1", unit_price: "20", is_tax_inclusive: false },
  period: null,
  taxes: [tax("state", "6"), tax("county", "1.5")],
  discounts: [discount("Spring", "2"), discount("Order", "1")],
}
const sold: SaleSnapshot = {
  ...{ order_id: "order_1", display_id: 1, placed_at: "2026-03-01T10:00:00.000Z", sold_on: "2026-03-01" },
  ...{ customer_id: null, region_id: null, sales_channel_id: null, currency_code: "usd", total: "20", shipping: [] },
  lines: [line],
  credits: [
    { reference: "a", reference_id: null, amount: "1" },
    { reference: "b", reference_id: null, amount: "2" },
  ],
}

describe("H6: whether an order says what it said", () => {
  it("takes rows in any order for the same", () => {
    const turned = { ...line, taxes: [...line.taxes].reverse(), discounts: [...line.discounts].reverse() }
    expect(isSoldAlike(sold, { ...sold, lines: [turned], credits: [...sold.credits].reverse() })).toBe(true)
  })

  it("takes nothing else for the same", () => {
    expect(isSoldAlike(sold, { ...sold, total: "21" })).toBe(false)
    expect(isSoldAlike(sold, { ...sold, lines: [{ ...line, taxes: [tax("state", "6")] }] })).toBe(false)
    expect(isSoldAlike(sold, { ...sold, lines: [{ ...line, discounts: [discount("Spring", "3")] }] })).toBe(false)
  })
})
