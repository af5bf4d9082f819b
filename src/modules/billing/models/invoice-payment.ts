import { model } from "@medusajs/framework/utils"
import { INVOICE_PAYMENT_STATUSES } from "../../../rules/billing/states"

/** The payment state of an invoice, kept apart because the invoice never changes. */
export const InvoicePayment = model
  .define("billing_invoice_payment", {
    invoice_id: model.text().primaryKey(),
    status: model.enum([...INVOICE_PAYMENT_STATUSES]),
    paid_total: model.bigNumber(),
    /** What was given back of it. */
    refunded_total: model.bigNumber().default(0),
    paid_on: model.text().nullable(),
  })
  .indexes([{ name: "IDX_billing_invoice_payment_status", on: ["status"] }])
