import { isOrderPaid } from "./is-order-paid"

describe("isOrderPaid", () => {
  it.each([
    ["3296.7", "jpy", "3297"],
    ["29.486", "eur", "29.49"],
    ["3.23918", "kwd", "3.240"],
    ["3296.70", "mga", "3297.00"],
  ])("decision 4: %s %s pay an invoice of %s", (captured, currencyCode, invoiceTotal) => {
    expect(isOrderPaid({ captured, currencyCode, invoiceTotal, issuedTotal: captured })).toBe(true)
    expect(isOrderPaid({ captured: "3", currencyCode, invoiceTotal, issuedTotal: captured })).toBe(false)
  })

  it("what is missing is missing, also by a cent", () => {
    const invoice = { currencyCode: "eur", invoiceTotal: "8.57", issuedTotal: "8.568" }
    expect(isOrderPaid({ ...invoice, captured: "8.56" })).toBe(false)
    expect(isOrderPaid({ ...invoice, captured: "8.568" })).toBe(true)
    expect(isOrderPaid({ ...invoice, issuedTotal: null, captured: "8.57" })).toBe(true)
  })
})
