import { model } from "@medusajs/framework/utils"

/** The counter of a series of invoice numbers; taken from in the transaction that inserts the invoices. */
export const InvoiceSeries = model.define("billing_invoice_series", {
  series: model.text().primaryKey(),
  last_sequence: model.number().default(0),
  /** Dates of issue never fall in a series, also when the clock goes back. */
  last_issued_on: model.text().nullable(),
})
