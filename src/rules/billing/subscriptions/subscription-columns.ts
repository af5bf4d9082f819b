import type { CivilDate, Interval, IntervalUnit } from "../../calendar"
import type { BillingDay } from "../changes/first-period"
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
  /** The first day of the whole period that runs, where a pause has moved it; null: the anchor says it. */
  whole_from?: CivilDate | null
  /** When the next cycle is billed before it starts; null: it is not. */
  early_on?: CivilDate | null
  /** Since when and until when it is paused, and how many paid days the pause gives back. */
  paused_on?: CivilDate | null
  paused_until?: CivilDate | null
  paused_days?: number | null
  /** How many cycles discounts for n cycles do not count: parts of periods, and renewals that were skipped. */
  part_bills?: number
  period_start: CivilDate | null
  period_end: CivilDate | null
  next_due_on: CivilDate | null
  expires_on: CivilDate | null
  /** The day on which it is billed, and the month that quarters and years are counted from (B5a); null: any. */
  billing_day?: number | null
  billing_month?: number | null
  /** The cycle at whose start it expires (B5b); null: none. */
  end_cycle?: number | null
  /** The end of its minimum term, and how long before a cancellation takes effect it is given notice (B23). */
  minimum_term_on?: CivilDate | null
  notice_unit?: IntervalUnit | null
  notice_count?: number | null
  cancel_on: CivilDate | null
  collection_method: CollectionMethod
  payment_method: Record<string, unknown> | null
}

/** The billing day that two columns say; null where they say none. */
export const billingDayOf = ({
  billing_day: day,
  billing_month: month,
}: Pick<SubscriptionColumns, "billing_day" | "billing_month">): BillingDay | null =>
  day ? { day, month: month ?? 1 } : null

/** The notice that two columns say; null where they say none. */
export const noticeOfRow = ({
  notice_unit: unit,
  notice_count: count,
}: Pick<SubscriptionColumns, "notice_unit" | "notice_count">): Interval | null =>
  unit && count ? { unit, count } : null

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
    wholeFrom: row.whole_from ?? null,
    earlyOn: row.early_on ?? null,
    nextDueOn: row.next_due_on,
    billedUntil: row.period_end,
    expiresOn: row.expires_on,
    minimumTermOn: row.minimum_term_on ?? null,
    notice: noticeOfRow(row),
    cancelOn: row.cancel_on,
    collectionMethod: row.collection_method,
    hasPaymentMethod: row.payment_method !== null,
  }
}
