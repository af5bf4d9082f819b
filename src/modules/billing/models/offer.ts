import { model } from "@medusajs/framework/utils"
import { COLLECTION_METHODS, INTERVAL_UNITS, PAYMENT_TYPES } from "../../../rules/billing/states"
import { Cycle } from "./cycle"

/** How a Medusa product is sold (B1). One per product. Prices are the variants' own. */
export const Offer = model
  .define("billing_offer", {
    id: model.id({ prefix: "boff" }).primaryKey(),
    product_id: model.text(),
    payment_type: model.enum([...PAYMENT_TYPES]),
    /** A provisioning provider's key; null while nothing is delivered automatically. */
    provisioning_type: model.text().nullable(),
    auto_create_service: model.boolean().default(true),
    rank: model.number().default(0),
    hidden: model.boolean().default(false),
    on_request: model.boolean().default(false),
    /** null: the store's setting. */
    collection_method: model.enum([...COLLECTION_METHODS]).nullable(),
    /** Days free before the first charge (B14); null: no trial. Recurring offers only. */
    trial_days: model.number().nullable(),
    /** Length of a free offer with a duration (B3); both null or both set. */
    duration_unit: model.enum([...INTERVAL_UNITS]).nullable(),
    duration_count: model.number().nullable(),
    /** It expires after so many cycles (B5b); null: never. Recurring offers only. */
    cycle_limit: model.number().nullable(),
    /** All its subscriptions are billed on this day, counted from this month (B5a); both null or both set. */
    billing_day: model.number().nullable(),
    billing_month: model.number().nullable(),
    /** From the order on, and before it takes effect, a cancellation waits so long (B23). */
    minimum_term_unit: model.enum([...INTERVAL_UNITS]).nullable(),
    minimum_term_count: model.number().nullable(),
    notice_unit: model.enum([...INTERVAL_UNITS]).nullable(),
    notice_count: model.number().nullable(),
    /** `[{ product_id, replaces }]` in the order in which they are shown (B15). */
    cross_sells: model.json().default([] as unknown as Record<string, unknown>),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
    cycles: model.hasMany(() => Cycle, { mappedBy: "offer" }),
  })
  .cascades({ delete: ["cycles"] })
  .indexes([
    { name: "IDX_billing_offer_product_id", on: ["product_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_billing_offer_hidden", on: ["product_id"], where: "hidden AND deleted_at IS NULL" },
  ])
