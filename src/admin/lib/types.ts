import type { InvoiceDocument, InvoiceLine } from "../../rules/billing"
import type { Interval } from "../../rules/calendar"
import type {
  ChargeStatus,
  CollectionMethod,
  InvoiceKind,
  InvoicePaymentStatus,
  PaymentType,
  RenewalStatus,
  RunStatus,
  SubscriptionItemKind,
  SubscriptionStatus,
} from "../../rules/billing/states"

/** What the Admin API answers, as the pages read it. Amounts are decimals in major units; dates are `YYYY-MM-DD`. */

export type Amount = string | number

export interface SubscriptionItem {
  id: string
  kind: SubscriptionItemKind
  quantity: number
  product_id: string
  variant_id: string
  title: string
  unit_price: Amount
  is_tax_inclusive: boolean
  order_line_id: string | null
}

export interface Subscription {
  id: string
  display_id: number
  status: SubscriptionStatus
  payment_type: PaymentType
  customer_id: string | null
  email: string | null
  order_id: string
  currency_code: string
  interval_unit: Interval["unit"]
  interval_count: number
  anchor_on: string
  next_cycle: number
  period_start: string | null
  period_end: string | null
  next_due_on: string | null
  trial_end_on: string | null
  expires_on: string | null
  cancel_on: string | null
  cancel_reason: string | null
  canceled_on: string | null
  ended_on: string | null
  collection_method: CollectionMethod
  payment_provider_id: string | null
  /** What may be shown of the saved method. */
  payment_method: { brand: string | null; last4: string | null } | null
  items: SubscriptionItem[]
  created_at: string
}

export interface ChargeAttempt {
  id: string
  number: number
  status: ChargeStatus
  reason: string | null
  amount: Amount
  currency_code: string
  payment_provider_id: string
  as_of: string
  finished_at: string | null
}

export interface Renewal {
  id: string
  cycle: number
  period_start: string
  period_end: string
  due_on: string
  status: RenewalStatus
  reason: string | null
  order_id: string | null
  invoice_id: string | null
  currency_code: string
  total: Amount | null
  collect_on: string | null
  attempts: ChargeAttempt[]
}

export interface Invoice {
  id: string
  kind: InvoiceKind
  number: string
  order_id: string
  subscription_id: string | null
  renewal_id: string | null
  issued_on: string
  due_on: string
  currency_code: string
  subtotal: Amount
  tax_total: Amount
  total: Amount
  payment?: { status: InvoicePaymentStatus; paid_total: Amount; paid_on: string | null } | null
}

/** An invoice as it was issued, whole. */
export interface InvoiceDetail extends Invoice {
  document: InvoiceDocument
}

export interface SubscriptionEvent {
  id: string
  type: string
  as_of: string
  actor: string
  data: Record<string, unknown> | null
  created_at: string
}

export interface SubscriptionDetail extends Subscription {
  renewals: Renewal[]
  invoices: Invoice[]
  events: SubscriptionEvent[]
  upcoming: UpcomingInvoice | null
}

/** The invoice that the next renewal will make, as things stand. */
export interface UpcomingInvoice {
  cycle: number
  issue_on: string
  due_on: string
  period_start: string
  period_end: string
  currency_code: string
  subtotal: Amount
  discount_total: Amount
  tax_total: Amount
  total: Amount
  lines: InvoiceLine[]
}

export interface RunShare {
  id: string
  worker: string
  subscriptions: number
  last_seen_at: string
}

export interface Run {
  id: string
  as_of: string
  status: RunStatus
  requested_by: string
  started_at: string | null
  finished_at: string | null
  issued: number
  paid: number
  declined: number
  unknown: number
  skipped: number
  ended: number
  error: string | null
  created_at: string
  shares?: RunShare[]
}

export interface Clock {
  today: string
  days_ahead: number
  time_zone: string
  demo: boolean
}

export interface Page {
  count: number
  limit: number
  offset: number
}

/** What a move to the current price changes for whom, or has changed. */
export interface PriceMigration {
  changes: {
    subscription_id: string
    item_id: string
    title: string
    quantity: number
    currency_code: string
    from: Amount
    to: Amount
    from_cycle_on: string
  }[]
  unchanged: { subscription_id: string; item_id: string; reason: string }[]
}
