import { model } from "@medusajs/framework/utils"
import {
  COLLECTION_METHODS,
  INTERVAL_UNITS,
  SUBSCRIPTION_STATUSES,
  SUSPENSION_REASONS,
} from "../../../rules/billing/states"
import { SubscriptionItem } from "./subscription-item"

/**
 * An agreement on cycles (B20 to B22). Dates are civil dates in the store's time zone, `YYYY-MM-DD`; the nth period is
 * `[cycleDate(anchor_on, n - anchor_cycle), cycleDate(anchor_on, n + 1 - anchor_cycle))`.
 */
export const Subscription = model
  .define("billing_subscription", {
    id: model.id({ prefix: "bsub" }).primaryKey(),
    display_id: model.autoincrement(),
    status: model.enum([...SUBSCRIPTION_STATUSES]),
    payment_type: model.text(),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    /** The order that made it; null: it was moved in (B62). */
    order_id: model.text().nullable(),
    /** Which row of which system's file it was; null: an order made it. */
    import_key: model.text().nullable(),
    /** What each unit has cost for the period that ran when it was moved in, as a decimal number; null: ours says it. */
    moved_in_price: model.text().nullable(),
    cart_id: model.text().nullable(),
    region_id: model.text().nullable(),
    sales_channel_id: model.text().nullable(),
    currency_code: model.text(),
    locale: model.text().nullable(),
    interval_unit: model.enum([...INTERVAL_UNITS]),
    interval_count: model.number(),
    anchor_on: model.text(),
    /** The cycle that starts on the anchor: 0, until a late payment moves the anchor. */
    anchor_cycle: model.number().default(0),
    /** Index n of the next cycle that is to be billed; its period starts on `next_due_on`. */
    next_cycle: model.number(),
    /** The next cycle's first day where a change has it begin within its period; null: it is whole. */
    part_from: model.text().nullable(),
    /** The first day of the whole period that runs, where a pause has moved it; null: the anchor says it. */
    whole_from: model.text().nullable(),
    /** How many cycles discounts for n cycles do not count: parts of periods, and renewals that were skipped. */
    part_bills: model.number().default(0),
    /** When the next cycle is billed before it starts; null: it is not. */
    early_on: model.text().nullable(),
    /** Since when and until when it is paused, and how many paid days the pause gives back. */
    paused_on: model.text().nullable(),
    paused_until: model.text().nullable(),
    paused_days: model.number().nullable(),
    /** A change that is being made: nothing is billed before it is. */
    change_id: model.text().nullable(),
    /** The period that is running; null before the first one. */
    period_start: model.text().nullable(),
    period_end: model.text().nullable(),
    /** The date on which something is due: a renewal, an expiry, an end. null: nothing ever again. */
    next_due_on: model.text().nullable(),
    trial_end_on: model.text().nullable(),
    /** End of a free offer with a duration, or of the last of a fixed number of cycles. */
    expires_on: model.text().nullable(),
    /** The cycle at whose start it expires, and `expires_on` is that date (B5b); null: none. */
    end_cycle: model.number().nullable(),
    /** The day on which it is billed, counted from this month (B5a); both null or both set. */
    billing_day: model.number().nullable(),
    billing_month: model.number().nullable(),
    /** Before this date, and sooner than the notice, no cancellation takes effect (B23). */
    minimum_term_on: model.text().nullable(),
    notice_unit: model.enum([...INTERVAL_UNITS]).nullable(),
    notice_count: model.number().nullable(),
    /** When it took what is offered instead of a cancellation. */
    retained_on: model.text().nullable(),
    /** A cancellation that has not taken effect yet. */
    cancel_on: model.text().nullable(),
    cancel_reason: model.text().nullable(),
    canceled_on: model.text().nullable(),
    ended_on: model.text().nullable(),
    /** The next date on which dunning has something to do; null: nothing is owed. */
    dunning_on: model.text().nullable(),
    /** When it is suspended and terminated, if nothing is paid. */
    suspend_on: model.text().nullable(),
    terminate_on: model.text().nullable(),
    /** Why it is suspended: a payment resumes only what was suspended for being overdue. */
    suspended_reason: model.enum([...SUSPENSION_REASONS]).nullable(),
    /** Its method was declined for good: it is charged again once it has another one. */
    is_hard_declined: model.boolean().default(false),
    collection_method: model.enum([...COLLECTION_METHODS]),
    payment_provider_id: model.text().nullable(),
    /** The payment method that the collector stored at checkout; never a card number. */
    payment_method: model.json().nullable(),
    shipping_address: model.json().nullable(),
    billing_address: model.json().nullable(),
    /** The worker that has claimed it, and until when. */
    claimed_by: model.text().nullable(),
    claimed_until: model.dateTime().nullable(),
    /** The run that handled it last: one run handles a subscription once. */
    billed_by_run: model.text().nullable(),
    items: model.hasMany(() => SubscriptionItem, { mappedBy: "subscription" }),
  })
  .cascades({ delete: ["items"] })
  .indexes([
    {
      name: "IDX_billing_subscription_next_due_on",
      on: ["next_due_on", "id"],
      where: "next_due_on IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_billing_subscription_dunning_on",
      on: ["dunning_on", "id"],
      where: "dunning_on IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_billing_subscription_paused_until",
      on: ["paused_until", "id"],
      where: "status = 'paused' AND paused_until IS NOT NULL AND deleted_at IS NULL",
    },
    { name: "IDX_billing_subscription_updated_at", on: ["updated_at"] },
    { name: "IDX_billing_subscription_customer_id", on: ["customer_id"] },
    { name: "IDX_billing_subscription_order_id", on: ["order_id"] },
    {
      name: "IDX_billing_subscription_import_key",
      on: ["import_key"],
      unique: true,
      where: "import_key IS NOT NULL",
    },
    { name: "IDX_billing_subscription_status", on: ["status", "id"] },
    { name: "IDX_billing_subscription_display_id", on: ["display_id"] },
    { name: "IDX_billing_subscription_by_created_at", on: ["created_at", "id"], where: "deleted_at IS NULL" },
    { name: "IDX_billing_subscription_by_email", on: ["email", "id"], where: "deleted_at IS NULL" },
    { name: "IDX_billing_subscription_by_next_due_on", on: ["next_due_on", "id"], where: "deleted_at IS NULL" },
  ])
