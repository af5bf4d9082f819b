import { model } from "@medusajs/framework/utils"
import { INVOICE_ENTRY_KINDS, INVOICE_ENTRY_SOURCES } from "../../../rules/billing/states"

/** An entry of an invoice's account. A trigger refuses every UPDATE, DELETE and TRUNCATE. */
export const InvoiceEntry = model
  .define("billing_invoice_entry", {
    /** Derived from what made it, so that it is written once. */
    id: model.text().primaryKey(),
    invoice_id: model.text(),
    kind: model.enum([...INVOICE_ENTRY_KINDS]),
    /** Above zero: the kind says which way it goes. */
    amount: model.bigNumber(),
    currency_code: model.text(),
    source: model.enum([...INVOICE_ENTRY_SOURCES]),
    source_id: model.text(),
    as_of: model.text(),
    reason: model.text().nullable(),
    /** Who did it; null: the store by itself. */
    actor: model.text().nullable(),
  })
  .indexes([{ name: "IDX_billing_invoice_entry_invoice_id", on: ["invoice_id"] }])
