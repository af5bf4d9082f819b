import { model } from "@medusajs/framework/utils"
import { RETURN_REASONS } from "../../../rules/billing/states"

/**
 * A payment that failed after it was settled: the bank returned it, or the payer disputes it. The provider says so as
 * often as it likes; there is one row for each.
 */
export const PaymentReturn = model
  .define("billing_payment_return", {
    /** Derived from payment and reference. */
    id: model.text().primaryKey(),
    payment_id: model.text(),
    /** The provider's own id of the return or the dispute. */
    reference: model.text(),
    order_id: model.text(),
    reason: model.enum([...RETURN_REASONS]),
    /** The provider's code. */
    code: model.text().nullable(),
    /** What was taken back. */
    amount: model.bigNumber(),
    currency_code: model.text(),
    as_of: model.text(),
    /** When the money came back after all: a dispute that was won. */
    reinstated_on: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_payment_return_reference", on: ["payment_id", "reference"], unique: true },
    { name: "IDX_billing_payment_return_order_id", on: ["order_id"] },
    { name: "IDX_billing_payment_return_created_at", on: ["created_at"] },
  ])
