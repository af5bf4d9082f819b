import type { CivilDate, IntervalUnit } from "../../calendar"
import type { CollectionMethod, PaymentType, SubscriptionStatus } from "../states"
import type { SubscriptionFacts } from "../types"

/** The stored columns of a subscription that rules need. */
export interface SubscriptionColumns {
  id: string
  status: SubscriptionStatus
  payment_type: PaymentType
  interval_unit: IntervalUnit
  interval_count: number
  anchor_on: CivilDate
  anchor_cycle: number
  next_cycle: number
  /** The next cycle's first day where a change has it begin within its period; null: it is whole. */
  part_from?: CivilDate | null
  /** When the next cycle is billed before it starts; null: it is not. */
  early_on?: CivilDate | null
  /** Since when and until when it is paused, and how many paid days the pause gives back. */
  paused_on?: CivilDate | null
  paused_until?: CivilDate | null
  paused_days?: number | null
  /** How many of its bills were of parts of periods: discounts for n cycles do not count them. */
  part_bills?: number
  period_start: CivilDate | null
  period_end: CivilDate | null
  next_due_on: CivilDate | null
  expires_on: CivilDate | null
  cancel_on: CivilDate | null
  collection_method: CollectionMethod
  payment_method: Record<string, unknown> | null
}

/** The one place where a subscription's columns become rule facts. */
export function toSubscriptionFacts(row: SubscriptionColumns): SubscriptionFacts {
  return {
    id: row.id,
    status: row.status,
    paymentType: row.payment_type,
    anchorOn: row.anchor_on,
    anchorCycle: row.anchor_cycle,
    interval: { unit: row.interval_unit, count: row.interval_count },
    nextCycle: row.next_cycle,
    partFrom: row.part_from ?? null,
    earlyOn: row.early_on ?? null,
    nextDueOn: row.next_due_on,
    expiresOn: row.expires_on,
    cancelOn: row.cancel_on,
    collectionMethod: row.collection_method,
    hasPaymentMethod: row.payment_method !== null,
  }
}
