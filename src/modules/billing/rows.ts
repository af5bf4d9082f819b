import type {
  ChargeStatus,
  CollectionMethod,
  IntervalUnit,
  PaymentType,
  RenewalStatus,
  SubscriptionFacts,
  SubscriptionStatus,
} from "../../rules/billing"
import type { CivilDate } from "../../rules/calendar"
import type { RecurringDiscount } from "../../rules/discounts/renewals/recurring-discount"
import type { Decimal } from "../../rules/money"

/** Rows as PostgreSQL answers them: numeric columns are exact decimal strings. */
export interface SubscriptionRow {
  id: string
  display_id: number
  status: SubscriptionStatus
  payment_type: PaymentType
  customer_id: string | null
  email: string | null
  order_id: string
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  locale: string | null
  interval_unit: IntervalUnit
  interval_count: number
  anchor_on: CivilDate
  next_cycle: number
  period_start: CivilDate | null
  period_end: CivilDate | null
  next_due_on: CivilDate | null
  trial_end_on: CivilDate | null
  expires_on: CivilDate | null
  cancel_on: CivilDate | null
  collection_method: CollectionMethod
  payment_provider_id: string | null
  payment_method: Record<string, unknown> | null
  shipping_address: Record<string, unknown> | null
  billing_address: Record<string, unknown> | null
}

export interface SubscriptionItemRow {
  id: string
  subscription_id: string
  quantity: number
  product_id: string
  variant_id: string
  title: string
  unit_price: Decimal
  is_tax_inclusive: boolean
  snapshot: Record<string, unknown>
  discounts: RecurringDiscount[]
}

export interface RenewalRow {
  id: string
  subscription_id: string
  cycle: number
  period_start: CivilDate
  period_end: CivilDate
  due_on: CivilDate
  status: RenewalStatus
  order_id: string | null
  invoice_id: string | null
  payment_collection_id: string | null
  currency_code: string
  total: Decimal | null
}

export interface ChargeAttemptRow {
  renewal_id: string
  number: number
  status: ChargeStatus
}

/** The one place where a subscription's row becomes the rule's facts. */
export function toSubscriptionFacts(row: SubscriptionRow): SubscriptionFacts {
  return {
    id: row.id,
    status: row.status,
    paymentType: row.payment_type,
    anchorOn: row.anchor_on,
    interval: { unit: row.interval_unit, count: row.interval_count },
    nextCycle: row.next_cycle,
    nextDueOn: row.next_due_on,
    expiresOn: row.expires_on,
    cancelOn: row.cancel_on,
    collectionMethod: row.collection_method,
    hasPaymentMethod: row.payment_method !== null,
  }
}
