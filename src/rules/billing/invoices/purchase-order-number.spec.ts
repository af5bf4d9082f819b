import { purchaseOrderNumber } from "./purchase-order-number"

describe("C24: the customer's own number of an order", () => {
  it.each([
    [{ purchase_order_number: " PO  4711\n/ 2027 " }, "PO 4711 / 2027"],
    [{ purchase_order_number: "<b>7</b>" }, "<b>7</b>"],
    [{ purchase_order_number: "x".repeat(50) }, "x".repeat(50)],
    [{ purchase_order_number: "x".repeat(51) }, null],
    [{ purchase_order_number: " \u200b " }, null],
    [{ purchase_order_number: 4711 }, null],
    [{ purchase_order_number: { a: 1 } }, null],
    [{}, null],
    [null, null],
  ])("of %j is %j", (metadata, number) => {
    expect(purchaseOrderNumber(metadata)).toBe(number)
  })
})
