import { model } from "@medusajs/framework/utils"

/**
 * What an order's invoices have to be corrected by, after it was edited, returned, refunded or canceled (decision
 * 0024). Below zero a credit note is due, above it a further invoice. A row is written once; only `document_id` is set
 * later.
 */
export const InvoiceCorrection = model
  .define("billing_invoice_correction", {
    /** Derived from the change, so that it has one. */
    id: model.text().primaryKey(),
    /** The order's own invoice. */
    invoice_id: model.text(),
    order_id: model.text(),
    /** The kind of order change: `edited`, `refunded`, `canceled` … */
    cause: model.text(),
    /** Medusa's record of the change. */
    source_id: model.text(),
    as_of: model.text(),
    currency_code: model.text(),
    amount: model.bigNumber(),
    /** The credit note or invoice that made it; null: none yet. */
    document_id: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_invoice_correction_order_id", on: ["order_id"] },
    { name: "IDX_billing_invoice_correction_waiting", on: ["id"], where: "document_id IS NULL" },
  ])
