import { model } from "@medusajs/framework/utils"
import { INVOICE_KINDS } from "../../../rules/billing/states"

/** An issued invoice or credit note. A trigger refuses every UPDATE and DELETE (B51). */
export const Invoice = model
  .define("billing_invoice", {
    id: model.text().primaryKey(),
    kind: model.enum([...INVOICE_KINDS]),
    /** `series` and `sequence` make the number; the sequence has no gap in its series (B50). */
    series: model.text(),
    sequence: model.number(),
    number: model.text(),
    order_id: model.text(),
    /** The order change whose added lines it is of; null: it is of the order as it was placed. */
    change_id: model.text().nullable(),
    renewal_id: model.text().nullable(),
    subscription_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    corrects_invoice_id: model.text().nullable(),
    issued_on: model.text(),
    due_on: model.text(),
    currency_code: model.text(),
    subtotal: model.bigNumber(),
    tax_total: model.bigNumber(),
    total: model.bigNumber(),
    /** The rule's `InvoiceDocument`: everything that the PDF shows. */
    document: model.json(),
  })
  .indexes([
    { name: "IDX_billing_invoice_sequence", on: ["series", "sequence"], unique: true },
    { name: "IDX_billing_invoice_number", on: ["number"], unique: true },
    {
      name: "IDX_billing_invoice_order_id",
      on: ["order_id"],
      unique: true,
      where: "kind = 'invoice' AND change_id IS NULL",
    },
    { name: "IDX_billing_invoice_subscription_id", on: ["subscription_id"] },
    { name: "IDX_billing_invoice_customer_id", on: ["customer_id"] },
    { name: "IDX_billing_invoice_of_order", on: ["order_id"] },
    { name: "IDX_billing_invoice_latest", on: ["sequence"] },
    { name: "IDX_billing_invoice_issued_on", on: ["issued_on", "sequence", "id"] },
    { name: "IDX_billing_invoice_kind", on: ["kind", "issued_on", "sequence", "id"] },
    { name: "IDX_billing_invoice_currency", on: ["currency_code", "issued_on", "sequence", "id"] },
    { name: "IDX_billing_invoice_due_on", on: ["due_on"] },
    {
      name: "IDX_billing_invoice_corrects",
      on: ["corrects_invoice_id"],
      where: "corrects_invoice_id IS NOT NULL",
    },
  ])
