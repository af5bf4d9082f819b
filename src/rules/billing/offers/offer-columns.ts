import type { Interval, IntervalUnit } from "../../calendar"
import type { Decimal } from "../../money"
import type { Versioned } from "../../versions"
import type { CollectionMethod, PaymentType } from "../states"

/** An offer as it is stored, under the names of its columns. */
export interface OfferColumns extends Versioned {
  id: string
  product_id: string
  payment_type: PaymentType
  provisioning_type: string | null
  auto_create_service: boolean
  rank: number
  hidden: boolean
  on_request: boolean
  collection_method: CollectionMethod | null
  trial_days: number | null
  duration_unit: IntervalUnit | null
  duration_count: number | null
  cycle_limit: number | null
  billing_day: number | null
  billing_month: number | null
  minimum_term_unit: IntervalUnit | null
  minimum_term_count: number | null
  notice_unit: IntervalUnit | null
  notice_count: number | null
  cross_sells: { product_id: string; replaces: boolean }[]
}

export interface CycleColumns {
  id: string
  variant_id: string
  interval_unit: IntervalUnit | null
  interval_count: number | null
  rank: number
  made_variant: boolean
}

export interface SetupFeeColumns {
  id: string
  cycle_id: string
  currency_code: string
  amount: Decimal
}

/** An offer as it is stored, whole. */
export interface StoredOffer {
  offer: OfferColumns
  cycles: CycleColumns[]
  setupFees: SetupFeeColumns[]
}

/** The interval that two columns say; null where they say none. */
export const intervalOf = (row: Pick<CycleColumns, "interval_unit" | "interval_count">): Interval | null =>
  row.interval_unit && row.interval_count ? { unit: row.interval_unit, count: row.interval_count } : null

export const minimumTermOf = (offer: Pick<OfferColumns, "minimum_term_unit" | "minimum_term_count">): Interval | null =>
  intervalOf({ interval_unit: offer.minimum_term_unit, interval_count: offer.minimum_term_count })

export const noticeOf = (offer: Pick<OfferColumns, "notice_unit" | "notice_count">): Interval | null =>
  intervalOf({ interval_unit: offer.notice_unit, interval_count: offer.notice_count })

export const durationOf = (offer: Pick<OfferColumns, "duration_unit" | "duration_count">): Interval | null =>
  intervalOf({ interval_unit: offer.duration_unit, interval_count: offer.duration_count })
