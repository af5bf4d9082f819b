import { model } from "@medusajs/framework/utils"
import { CHARGE_STATUSES } from "../../../rules/billing/states"

/** One attempt to collect a renewal. The row is committed before the provider is called. */
export const ChargeAttempt = model
  .define("billing_charge_attempt", {
    id: model.text().primaryKey(),
    renewal_id: model.text(),
    subscription_id: model.text(),
    number: model.number(),
    /** Sent to the provider; the same attempt is always made under the same key. */
    idempotency_key: model.text(),
    status: model.enum([...CHARGE_STATUSES]),
    /** The provider's code or message. */
    reason: model.text().nullable(),
    amount: model.bigNumber(),
    currency_code: model.text(),
    payment_provider_id: model.text(),
    payment_session_id: model.text().nullable(),
    payment_id: model.text().nullable(),
    /** The provider's own id of the payment; by it, the provider says later that it failed. */
    provider_reference: model.text().nullable(),
    /** The method that it is made with: a request is repeated with the same one. */
    payment_method: model.json().nullable(),
    /** Set before the request is first sent; null: the provider knows nothing of it. */
    sent_at: model.dateTime().nullable(),
    as_of: model.text(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_billing_charge_attempt_number", on: ["renewal_id", "number"], unique: true },
    { name: "IDX_billing_charge_attempt_key", on: ["idempotency_key"], unique: true },
    /** At most one attempt of a renewal may be open or paid. */
    {
      name: "IDX_billing_charge_attempt_single_open",
      on: ["renewal_id"],
      unique: true,
      where: "status IN ('started', 'unknown', 'requires_action', 'processing', 'paid')",
    },
    { name: "IDX_billing_charge_attempt_subscription_id", on: ["subscription_id"] },
    {
      name: "IDX_billing_charge_attempt_provider_reference",
      on: ["provider_reference"],
      where: "provider_reference IS NOT NULL",
    },
  ])
