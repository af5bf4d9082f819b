import { invoiceFileRow, type InvoiceOfFile } from "./invoice-file"

const invoice: InvoiceOfFile = {
  number: "INV-000001",
  kind: "invoice",
  status: "open",
  issued_on: "2026-02-21",
  due_on: "2026-02-28",
  currency_code: "huf",
  subtotal: "1000",
  tax_total: "270",
  total: "1270",
  order_id: "order_1",
  subscription_id: null,
  customer_id: null,
  document: {
    buyer: { name: "Ada", company: null, address: null, vat_number: null, email: null },
    corrects_number: null,
    order: { id: "order_1", display_id: 7, total: "1270" },
  },
  payment: { due_on: "2026-03-15", open_total: "1270", paid_total: "0", refunded_total: "0", credited_total: "0" },
}

describe("B38: an invoice's row in the file of a list", () => {
  it("has the due date that counts, and amounts in the currency's minor unit", () => {
    expect(invoiceFileRow(invoice)).toMatchObject({ due_on: "2026-03-15", total: "1270.00", open_total: "1270.00" })
  })

  it("a credit note's amounts are below zero, and it is due when it says", () => {
    expect(invoiceFileRow({ ...invoice, kind: "credit_note", payment: null })).toMatchObject({
      due_on: "2026-02-28",
      total: "-1270.00",
      open_total: null,
    })
  })
})
