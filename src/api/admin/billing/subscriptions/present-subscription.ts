import { readSavedMethod } from "../../../../collectors"
import type {
  EarliestEndAnswer,
  RetentionOfferAnswer,
  ScheduledChangeAnswer,
  SubscriptionAnswer,
  SubscriptionDetailAnswer,
  SubscriptionEventAnswer,
  SubscriptionItemAnswer,
} from "../../../../contracts/billing/subscription-answers"
import type {
  BilledSubscription,
  ChangeRecord,
  OpenInvoices,
  PriceChangeRecord,
  ReminderRow,
  SubscriptionHistory,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from "../../../../modules/billing"
import {
  agreedColumns,
  billingDayOf,
  earliestEndOf,
  cycleStart,
  chosenWith,
  isFinal,
  itemsInOrder,
  nextBill,
  noticeOfRow,
  toSubscriptionFacts,
  type RetentionOffer,
  type SubscriptionColumns,
} from "../../../../rules/billing"
import { compareDates, type CivilDate } from "../../../../rules/calendar"
import type { UpcomingInvoice } from "../../../../workflows/billing/renewals/preview-upcoming"
import { renewalDiscounts } from "../../../../workflows/billing/renewals/renewal-discounts"
import { presentPriceChange } from "../price-changes/present-price-change"

type WithItems = SubscriptionRecord & { items: SubscriptionItemRecord[] }

/** A subscription as an admin sees it: without the workers' claims and the provider's own data. */
export function presentSubscription(row: WithItems, open: OpenInvoices | undefined): SubscriptionAnswer {
  return {
    ...agreedColumns(row),
    display_id: row.display_id,
    end_cycle: row.end_cycle ?? null,
    billing_day: billingDayOf(row),
    minimum_term_on: row.minimum_term_on ?? null,
    notice: noticeOfRow(row),
    paused_on: row.paused_on ?? null,
    paused_until: row.paused_until ?? null,
    next_bill: presentNextBill(row),
    open_invoices: open ?? { count: 0, overdue: 0 },
    payment_method: presentMethod(row),
    created_at: row.created_at.toISOString(),
    items: itemsInOrder(row.items).map((item) => presentItem(item, row.next_cycle - (row.part_bills ?? 0))),
  }
}

function presentNextBill(row: SubscriptionColumns): SubscriptionAnswer["next_bill"] {
  const bill = nextBill(toSubscriptionFacts(row))
  return bill && { invoice_on: bill.invoiceOn, due_on: bill.dueOn }
}

/** What may be shown of a saved method: enough to know which one it is. */
export function presentMethod({ payment_method }: Pick<SubscriptionRecord, "payment_method">) {
  const method = readSavedMethod(payment_method)
  return method && { brand: method.brand, last4: method.last4 }
}

const presentItem = (item: SubscriptionItemRecord, nextCycle: number): SubscriptionItemAnswer => ({
  id: item.id,
  kind: item.kind,
  parent_id: item.parent_id,
  is_hidden: item.is_hidden,
  quantity: item.quantity,
  offer_id: item.offer_id,
  cycle_id: item.cycle_id,
  product_id: item.product_id,
  variant_id: item.variant_id,
  title: item.title,
  unit_price: item.unit_price,
  is_tax_inclusive: item.is_tax_inclusive,
  discounts: item.discounts.length ? renewalDiscounts.get().shown(item.discounts, nextCycle) : [],
  options: chosenWith(item).map(({ key, value, title }) => ({ key, value, title })),
  order_line_id: item.order_line_id,
  split_from_id: item.split_from_id,
})

/** A message to the customer as an entry of the time line; it changes nothing, so it is none of the record's own. */
const presentMessage = (reminder: ReminderRow): SubscriptionEventAnswer => ({
  id: reminder.id,
  type: reminder.status === "sent" ? "reminder_sent" : "reminder_failed",
  as_of: reminder.sent_on ?? reminder.as_of,
  actor: "system",
  data: {
    template: reminder.template,
    reminder_id: reminder.id,
    ...(reminder.reason !== null && { reason: reminder.reason }),
  },
  created_at: (reminder.sent_at ?? reminder.created_at).toISOString(),
})

/** With its history and its upcoming invoice. */
export function presentDetail(
  row: WithItems,
  facts: {
    history: SubscriptionHistory
    upcoming: UpcomingInvoice | null
    change: ChangeRecord | null
    open: OpenInvoices | undefined
    asOf: CivilDate
    retention: RetentionOffer | null
    price: PriceChangeRecord | undefined
    /** As its next renewal finds it. */
    next: BilledSubscription
  },
): SubscriptionDetailAnswer {
  const { history, upcoming, change, open } = facts
  // What is billed ahead has the dates of what it is billed for.
  const dated = change?.billed_cycle == null ? row : facts.next
  return {
    ...presentSubscription(row, open),
    next_bill: presentNextBill(dated),
    version: history.events.length,
    shipping_address: row.shipping_address,
    billing_address: row.billing_address,
    renewals: history.renewals.map((renewal) => ({
      ...renewal,
      attempts: renewal.attempts.map(({ renewal_id: _renewal, ...attempt }) => ({
        ...attempt,
        finished_at: attempt.finished_at?.toISOString() ?? null,
      })),
    })),
    invoices: history.invoices,
    events: [
      ...history.events.map((event) => ({ ...event, created_at: event.created_at.toISOString() })),
      ...history.reminders.map(presentMessage),
    ],
    upcoming,
    scheduled_change: change && presentScheduled(change, row),
    price_change: facts.price ? presentPriceChange(facts.price) : null,
    earliest_end: presentEarliestEnd(dated, facts.asOf),
    retention_offer: facts.retention && presentRetention(facts.retention),
  }
}

export function presentRetention(offer: RetentionOffer): RetentionOfferAnswer {
  if (offer.kind === "pause") {
    return offer
  }
  const { fromOn, ...discount } = offer
  return { ...discount, from_on: fromOn }
}

/** When a cancellation of today would end it; null: it has ended. */
export const presentEarliestEnd = (
  row: Parameters<typeof earliestEndOf>[0],
  asOf: CivilDate,
): EarliestEndAnswer | null => (isFinal(row.status) ? null : earliestEndOf(row, asOf))

/** What a subscription is for from its next cycle on, which a pause or a skipped renewal may have put off. */
export function presentScheduled(
  { on_date, billed_cycle, to: { item, interval } }: ChangeRecord,
  row: SubscriptionRecord,
): ScheduledChangeAnswer {
  const next = cycleStart(toSubscriptionFacts(row), row.next_cycle)
  return {
    on: billed_cycle === null && compareDates(on_date, next) < 0 ? next : on_date,
    cycle_id: item.cycle_id,
    title: item.title,
    quantity: item.quantity,
    unit_price: item.unit_price,
    interval_unit: interval.unit,
    interval_count: interval.count,
    is_billed: billed_cycle !== null,
  }
}
