import type { WholeSubscription } from "./whole-subscription"

/** The columns of a subscription that say what was agreed and how it stands: what is shown, and what a split copies. */
const AGREED = [
  "id",
  "status",
  "payment_type",
  "customer_id",
  "email",
  "order_id",
  "region_id",
  "sales_channel_id",
  "currency_code",
  "locale",
  "interval_unit",
  "interval_count",
  "anchor_on",
  "anchor_cycle",
  "next_cycle",
  "period_start",
  "period_end",
  "next_due_on",
  "trial_end_on",
  "expires_on",
  "cancel_on",
  "cancel_reason",
  "canceled_on",
  "ended_on",
  "dunning_on",
  "suspend_on",
  "terminate_on",
  "suspended_reason",
  "is_hard_declined",
  "collection_method",
  "payment_provider_id",
] as const satisfies readonly (keyof WholeSubscription)[]

export type AgreedColumns = Pick<WholeSubscription, (typeof AGREED)[number]>

/** These columns of a row that may have more, such as the workers' claims. */
export const agreedColumns = (row: WholeSubscription): AgreedColumns =>
  Object.fromEntries(AGREED.map((column) => [column, row[column]])) as AgreedColumns
