import { model } from "@medusajs/framework/utils"
import { PRICE_CHANGE_MODES, PRICE_CHANGE_STATUSES, WITHOUT_CONSENT } from "../../../../rules/billing/states"

/** A new price of a subscription that its customer is told of, or asked about (B22). One at a time. */
export const PriceChange = model
  .define("billing_price_change", {
    id: model.id({ prefix: "bprc" }).primaryKey(),
    /** Those that were decided together. */
    migration_id: model.text(),
    subscription_id: model.text(),
    mode: model.enum([...PRICE_CHANGE_MODES]),
    status: model.enum([...PRICE_CHANGE_STATUSES]),
    /** What each item costs before and after, as it was decided and told. */
    changes: model.json(),
    /** The first period that begins on this day or later is billed at the new price. */
    effective_on: model.text(),
    /** When the customer is told. */
    tell_on: model.text(),
    /** The last day on which an answer counts; null: nobody is asked. */
    answer_until: model.text().nullable(),
    /** What comes of it without consent; null: nobody is asked. */
    without_consent: model.enum([...WITHOUT_CONSENT]).nullable(),
    answered_on: model.text().nullable(),
    answered_by: model.text().nullable(),
    /** When the subscription ends for want of consent; null: it does not. */
    ends_on: model.text().nullable(),
    /** SHA-256 of the token in the latest message that asks, in hexadecimal; null: none has a link. */
    token_hash: model.text().nullable(),
    as_of: model.text(),
    actor: model.text(),
  })
  .indexes([
    {
      name: "IDX_billing_price_change_open",
      on: ["subscription_id"],
      unique: true,
      where: "status IN ('announced', 'asked', 'accepted')",
    },
    {
      name: "IDX_billing_price_change_effective",
      on: ["effective_on", "id"],
      where: "status IN ('announced', 'accepted')",
    },
    { name: "IDX_billing_price_change_asked", on: ["answer_until", "id"], where: "status = 'asked'" },
    {
      name: "IDX_billing_price_change_tell",
      on: ["tell_on", "subscription_id"],
      where: "status IN ('announced', 'asked')",
    },
    { name: "IDX_billing_price_change_told", on: ["updated_at"], where: "status IN ('announced', 'asked')" },
    {
      name: "IDX_billing_price_change_token_hash",
      on: ["token_hash"],
      unique: true,
      where: "token_hash IS NOT NULL AND deleted_at IS NULL",
    },
    { name: "IDX_billing_price_change_subscription", on: ["subscription_id", "id"] },
    { name: "IDX_billing_price_change_migration", on: ["migration_id", "id"] },
    { name: "IDX_billing_price_change_status", on: ["status", "id"] },
  ])
