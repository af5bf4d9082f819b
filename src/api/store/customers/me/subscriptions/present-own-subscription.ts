import type {
  OwnSubscriptionAnswer,
  OwnSubscriptionDetailAnswer,
} from "../../../../../contracts/billing/own-subscriptions"
import type {
  BilledSubscription,
  ChangeRecord,
  PriceChangeRecord,
  SubscriptionHistory,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from "../../../../../modules/billing"
import {
  noticeOfRow,
  printedLines,
  visibleItems,
  type CustomerChange,
  type RetentionOffer,
} from "../../../../../rules/billing"
import type { CivilDate } from "../../../../../rules/calendar"
import type { UpcomingInvoice } from "../../../../../workflows/billing/renewals/preview-upcoming"
import { presentOwnPriceChange } from "../../../../admin/billing/price-changes/present-price-change"
import {
  presentEarliestEnd,
  presentMethod,
  presentRetention,
  presentScheduled,
} from "../../../../admin/billing/subscriptions/present-subscription"

type WithItems = SubscriptionRecord & { items: SubscriptionItemRecord[] }

/** What the line said when it was bought. */
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null)

/** A subscription as its customer sees it: nothing of how the store runs it, nor what an admin wrote when ending it. */
export function presentOwnSubscription(row: WithItems): OwnSubscriptionAnswer {
  return {
    id: row.id,
    display_id: row.display_id,
    status: row.status,
    payment_type: row.payment_type,
    order_id: row.order_id,
    currency_code: row.currency_code,
    interval_unit: row.interval_unit,
    interval_count: row.interval_count,
    period_start: row.period_start,
    period_end: row.period_end,
    trial_end_on: row.trial_end_on,
    expires_on: row.expires_on,
    minimum_term_on: row.minimum_term_on ?? null,
    notice: noticeOfRow(row),
    cancel_on: row.cancel_on,
    ended_on: row.ended_on,
    collection_method: row.collection_method,
    payment_method: presentMethod(row),
    shipping_address: row.shipping_address,
    billing_address: row.billing_address,
    created_at: row.created_at.toISOString(),
    items: visibleItems(row.items).map((item) => ({
      id: item.id,
      kind: item.kind,
      parent_id: item.parent_id,
      quantity: item.quantity,
      product_id: item.product_id,
      variant_id: item.variant_id,
      title: item.title,
      subtitle: textOf(item.snapshot.subtitle),
      thumbnail: textOf(item.snapshot.thumbnail),
      product_handle: textOf(item.snapshot.product_handle),
      unit_price: item.unit_price,
      is_tax_inclusive: item.is_tax_inclusive,
    })),
  }
}

/** With its renewals and invoices and the next one; attempts, events and actors are the store's own business. */
export function presentOwnDetail(
  row: WithItems,
  detail: {
    history: SubscriptionHistory
    upcoming: UpcomingInvoice | null
    change: ChangeRecord | null
    asOf: CivilDate
    retention: RetentionOffer | null
    allowed: readonly CustomerChange[]
    price: PriceChangeRecord | undefined
    /** As its next renewal finds it. */
    next: BilledSubscription
  },
): OwnSubscriptionDetailAnswer {
  return {
    ...presentOwnSubscription(row),
    renewals: detail.history.renewals.map((renewal) => ({
      id: renewal.id,
      period_start: renewal.period_start,
      period_end: renewal.period_end,
      due_on: renewal.due_on,
      status: renewal.status,
      order_id: renewal.order_id,
      invoice_id: renewal.invoice_id,
      currency_code: renewal.currency_code,
      total: renewal.total,
    })),
    invoices: detail.history.invoices.map(({ renewal_id: _renewal, corrections: _corrections, ...invoice }) => invoice),
    earliest_end: presentEarliestEnd(detail.change?.billed_cycle == null ? row : detail.next, detail.asOf),
    retention_offer: detail.retention && presentRetention(detail.retention),
    allowed_changes: [...detail.allowed],
    scheduled_change: detail.change && presentScheduled(detail.change, row),
    price_change: detail.price ? presentOwnPriceChange(detail.price) : null,
    upcoming: detail.upcoming && { ...detail.upcoming, lines: printedLines(detail.upcoming.lines) },
  }
}
