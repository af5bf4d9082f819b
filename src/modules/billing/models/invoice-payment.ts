import { model } from "@medusajs/framework/utils"
import { INVOICE_PAYMENT_STATUSES } from "../../../rules/billing/states"

/** What an invoice's entries come to, kept apart because the invoice never changes. A check holds the law of the sums. */
export const InvoicePayment = model
  .define("billing_invoice_payment", {
    invoice_id: model.text().primaryKey(),
    status: model.enum([...INVOICE_PAYMENT_STATUSES]),
    /** The due date that counts: it may be moved; the document keeps its own. */
    due_on: model.text(),
    /** The invoice's own, by which it stands in the list of those of its state. */
    issued_on: model.text(),
    sequence: model.number(),
    invoice_total: model.bigNumber().default(0),
    /** What it still asks for; below zero: more was received than that. */
    open_total: model.bigNumber().default(0),
    paid_total: model.bigNumber(),
    /** What was given back of it, or came back. */
    refunded_total: model.bigNumber().default(0),
    credited_total: model.bigNumber().default(0),
    written_off_total: model.bigNumber().default(0),
    /** Paid from the customer's balance, less what was moved there. */
    balance_total: model.bigNumber().default(0),
    paid_on: model.text().nullable(),
    /** A payment begun on its page is at the customer's bank: the day on which it was asked about last. null: none is. */
    processing_on: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_invoice_payment_status", on: ["status"] },
    { name: "IDX_billing_invoice_payment_listed", on: ["status", "issued_on", "sequence", "invoice_id"] },
    {
      name: "IDX_billing_invoice_payment_owed_listed",
      on: ["issued_on", "sequence", "invoice_id"],
      where: "status IN ('open', 'partly_paid')",
    },
    { name: "IDX_billing_invoice_payment_owed", on: ["due_on"], where: "status IN ('open', 'partly_paid')" },
    {
      name: "IDX_billing_invoice_payment_processing",
      on: ["processing_on", "invoice_id"],
      where: "processing_on IS NOT NULL",
    },
  ])
