import type { BilledItem, ChargeStatus, RenewalStatus, SubscriptionColumns } from "../../rules/billing"
import type { CivilDate } from "../../rules/calendar"
import type { Decimal } from "../../rules/money"

/** Rows as PostgreSQL answers them: numeric columns are exact decimal strings. */
export interface SubscriptionRow extends SubscriptionColumns {
  display_id: number
  customer_id: string | null
  email: string | null
  order_id: string | null
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  locale: string | null
  trial_end_on: CivilDate | null
  payment_provider_id: string | null
  is_hard_declined: boolean
  shipping_address: Record<string, unknown> | null
  billing_address: Record<string, unknown> | null
}

export interface SubscriptionItemRow extends BilledItem {
  subscription_id: string
  cycle_id: string
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

export { toSubscriptionFacts } from "../../rules/billing"
