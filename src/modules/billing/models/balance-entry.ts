import { model } from "@medusajs/framework/utils"
import { BALANCE_ENTRY_KINDS } from "../../../rules/billing/states"

/** An entry of a customer's balance. A trigger refuses every UPDATE, DELETE and TRUNCATE. */
export const BalanceEntry = model
  .define("billing_balance_entry", {
    /** Derived from what made it, so that it is written once. */
    id: model.text().primaryKey(),
    customer_id: model.text(),
    currency_code: model.text(),
    kind: model.enum([...BALANCE_ENTRY_KINDS]),
    /** Above zero: the kind says which way it goes. */
    amount: model.bigNumber(),
    invoice_id: model.text().nullable(),
    as_of: model.text(),
    reason: model.text().nullable(),
    actor: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_balance_entry_customer", on: ["customer_id", "created_at"] },
    { name: "IDX_billing_balance_entry_invoice_id", on: ["invoice_id"], where: "invoice_id IS NOT NULL" },
    { name: "IDX_billing_balance_entry_moved_at", on: ["created_at"], where: "invoice_id IS NOT NULL" },
  ])
