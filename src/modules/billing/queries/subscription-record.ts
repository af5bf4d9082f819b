import type { SubscriptionItemKind } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { SubscriptionItemRow, SubscriptionRow } from "../rows"

/** Every column of a subscription that says something about it (the workers' claims are their own business). */
export interface SubscriptionRecord extends SubscriptionRow {
  cart_id: string | null
  cancel_reason: string | null
  canceled_on: CivilDate | null
  ended_on: CivilDate | null
}

export interface SubscriptionItemRecord extends SubscriptionItemRow {
  kind: SubscriptionItemKind
  offer_id: string
  cycle_id: string
  order_line_id: string | null
  split_from_id: string | null
}

/** A subscription that is to be inserted: the database gives the number that people call it by. */
export interface NewSubscription {
  row: Omit<SubscriptionRecord, "display_id">
  items: SubscriptionItemRecord[]
}
