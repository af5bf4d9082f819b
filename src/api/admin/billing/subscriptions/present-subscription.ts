import { readSavedMethod } from "../../../../collectors"
import type {
  SubscriptionAnswer,
  SubscriptionDetailAnswer,
  SubscriptionItemAnswer,
} from "../../../../contracts/billing/subscription-answers"
import type {
  OpenInvoices,
  SubscriptionHistory,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from "../../../../modules/billing"
import { nextBill, toSubscriptionFacts } from "../../../../rules/billing"
import type { UpcomingInvoice } from "../../../../workflows/billing/renewals/preview-upcoming"
import { renewalDiscounts } from "../../../../workflows/billing/renewals/renewal-discounts"

type WithItems = SubscriptionRecord & { items: SubscriptionItemRecord[] }

/** A subscription as an admin sees it: without the workers' claims and the provider's own data. */
export function presentSubscription(row: WithItems, open: OpenInvoices | undefined): SubscriptionAnswer {
  const bill = nextBill(toSubscriptionFacts(row))
  return {
    id: row.id,
    display_id: row.display_id,
    status: row.status,
    payment_type: row.payment_type,
    customer_id: row.customer_id,
    email: row.email,
    order_id: row.order_id,
    region_id: row.region_id,
    sales_channel_id: row.sales_channel_id,
    currency_code: row.currency_code,
    locale: row.locale,
    interval_unit: row.interval_unit,
    interval_count: row.interval_count,
    anchor_on: row.anchor_on,
    next_cycle: row.next_cycle,
    period_start: row.period_start,
    period_end: row.period_end,
    next_due_on: row.next_due_on,
    next_bill: bill && { invoice_on: bill.invoiceOn, due_on: bill.dueOn },
    open_invoices: open ?? { count: 0, overdue: 0 },
    trial_end_on: row.trial_end_on,
    expires_on: row.expires_on,
    cancel_on: row.cancel_on,
    cancel_reason: row.cancel_reason,
    canceled_on: row.canceled_on,
    ended_on: row.ended_on,
    collection_method: row.collection_method,
    payment_provider_id: row.payment_provider_id,
    payment_method: presentMethod(row),
    created_at: row.created_at.toISOString(),
    items: row.items.map(presentItem),
  }
}

/** What may be shown of a saved method: enough to know which one it is. */
export function presentMethod({ payment_method }: Pick<SubscriptionRecord, "payment_method">) {
  const method = readSavedMethod(payment_method)
  return method && { brand: method.brand, last4: method.last4 }
}

const presentItem = (item: SubscriptionItemRecord): SubscriptionItemAnswer => ({
  id: item.id,
  kind: item.kind,
  quantity: item.quantity,
  offer_id: item.offer_id,
  cycle_id: item.cycle_id,
  product_id: item.product_id,
  variant_id: item.variant_id,
  title: item.title,
  unit_price: item.unit_price,
  is_tax_inclusive: item.is_tax_inclusive,
  discounts: item.discounts.length ? renewalDiscounts.get().shown(item.discounts) : [],
  order_line_id: item.order_line_id,
  split_from_id: item.split_from_id,
})

/** With its history and its upcoming invoice. */
export function presentDetail(
  row: WithItems,
  facts: { history: SubscriptionHistory; upcoming: UpcomingInvoice | null; open: OpenInvoices | undefined },
): SubscriptionDetailAnswer {
  const { history, upcoming, open } = facts
  return {
    ...presentSubscription(row, open),
    shipping_address: row.shipping_address,
    billing_address: row.billing_address,
    renewals: history.renewals.map((renewal) => ({
      ...renewal,
      attempts: renewal.attempts.map((attempt) => ({
        ...attempt,
        finished_at: attempt.finished_at?.toISOString() ?? null,
      })),
    })),
    invoices: history.invoices,
    events: history.events.map((event) => ({ ...event, created_at: event.created_at.toISOString() })),
    upcoming,
  }
}
