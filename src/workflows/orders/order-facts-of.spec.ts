import { BigNumber } from "@medusajs/framework/utils"
import { orderFactsOf } from "./order-facts-of"
import type { OrderRecord } from "./order-record"

const bare: OrderRecord = {
  id: "order_1",
  version: 2,
  status: "pending",
  is_draft_order: false,
  created_at: new Date("2026-01-31T10:00:00Z"),
  updated_at: "2026-02-01T10:00:00.000Z",
  customer_id: null,
  email: null,
  region_id: null,
  sales_channel_id: null,
  currency_code: "eur",
  total: null,
}

describe("orderFactsOf", () => {
  it("an order with nothing in it has empty lists and no amounts", () => {
    expect(orderFactsOf(bare)).toMatchObject({
      createdAt: "2026-01-31T10:00:00.000Z",
      updatedAt: "2026-02-01T10:00:00.000Z",
      total: "0",
      cartId: null,
      customer: null,
      shippingAddress: null,
      lines: [],
      shippingMethods: [],
      paymentCollections: [],
      fulfillments: [],
    })
  })

  it("amounts are exact, also where Medusa gives a number beside the stored text", () => {
    const order = orderFactsOf({
      ...bare,
      total: new BigNumber({ value: "29.484" }),
      items: [
        {
          id: "ordli_1",
          title: "Mug",
          quantity: new BigNumber(3),
          unit_price: 0.1,
          raw_unit_price: { value: "0.10000000000000000001" },
          adjustments: [{ id: "ordliadj_1", amount: 1, provider_id: "us" }],
          tax_lines: [{ rate: 9.2, code: "VAT" }],
        },
      ],
    })
    expect(order.total).toBe("29.484")
    expect(order.lines[0]).toMatchObject({
      quantity: "3",
      unitPrice: "0.10000000000000000001",
      adjustments: [{ amount: "1", providerId: "us", code: null }],
      taxLines: [{ rate: "9.2", code: "VAT" }],
    })
  })

  it("a link whose other end is gone is left out, and an address is what it says", () => {
    const order = orderFactsOf({
      ...bare,
      status: "canceled",
      payment_collections: [null],
      fulfillments: [null],
      promotions: [null, { code: "HALF" }, { code: null }],
      shipping_address: { id: "ordaddr_1", created_at: "x", city: "Ort" },
    })
    expect(order).toMatchObject({
      isCanceled: true,
      paymentCollections: [],
      fulfillments: [],
      promotionCodes: ["HALF"],
    })
    expect(order.shippingAddress).toEqual({ city: "Ort" })
  })
})
