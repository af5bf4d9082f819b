import type { NewSubscription, WholeItem, WholeSubscription } from "../../../../rules/billing"

/** A subscription as it is read, whole. */
export interface SubscriptionRecord extends WholeSubscription {
  display_id: number
  created_at: Date
}

export type SubscriptionItemRecord = WholeItem

export type { NewSubscription }
