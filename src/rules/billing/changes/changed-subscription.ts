import type { Decimal } from "../../money"
import { addInterval, compareDates, cycleDate, type CivilDate, type Interval } from "../../calendar"
import { nextDueOn } from "../renewals/next-due-on"
import type { BilledItem } from "../renewals/renewal-order"
import type { ChangeKind, CollectionMethod, PaymentType } from "../states"
import { billingDayOf, toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { cycleStart } from "./cycle-start"
import { movedEnd } from "./expiry-of"
import type { BillingDay } from "./first-period"
import { startingOn } from "./starting-on"

/** The columns of an item that a change sets. */
export interface ItemTerms extends Pick<
  BilledItem,
  "product_id" | "variant_id" | "quantity" | "title" | "unit_price" | "is_tax_inclusive" | "snapshot" | "discounts"
> {
  offer_id: string
  cycle_id: string
}

/** An option that a subscription has after a change: what costs something is an item of its own (S3). */
export interface OptionTerms {
  /** Of the item: an option that stays keeps its own. */
  id: string
  key: string
  title: string
  unit_price: Decimal
  discounts: BilledItem["discounts"]
}

/** What a subscription is for after a change. */
export interface NewTerms {
  item: ItemTerms
  /** What costs something of what is chosen with it (S3); left out: its options stay as they are. */
  options?: OptionTerms[]
  payment_type: PaymentType
  interval: Interval
  collection_method: CollectionMethod
  /** Of the offer of another cycle; left out: they stay. */
  agreed?: AgreedTerms
}

/** What an offer says beyond its price. */
export interface AgreedTerms {
  cycle_limit: number | null
  billing_day: BillingDay | null
  /** Of another offer; left out: they stay. */
  cancel?: { minimum_term: Interval | null; notice: Interval | null }
}

export interface TermsChange {
  kind: ChangeKind
  /** The first day of the new terms. */
  on: CivilDate
  to: NewTerms
  /** The first cycle of the new terms, which begins on that day, where it was billed before; left out: the next one. */
  cycle?: number | null
}

/** The columns of a subscription that a change sets. */
export type ChangedColumns = Pick<
  SubscriptionColumns,
  | "payment_type"
  | "interval_unit"
  | "interval_count"
  | "anchor_on"
  | "anchor_cycle"
  | "expires_on"
  | "collection_method"
  | "next_due_on"
> &
  Required<Pick<SubscriptionColumns, "part_from" | "whole_from" | "part_bills">> &
  Pick<
    SubscriptionColumns,
    "end_cycle" | "billing_day" | "billing_month" | "minimum_term_on" | "notice_unit" | "notice_count"
  >

/**
 * A subscription under its new terms (B25). A part of a period is a cycle of its own, so that it has its bill and its
 * attempts as any other: the anchor's count moves with it, and the dates of the cycles after it stay.
 */
export function changedColumns(
  row: SubscriptionColumns,
  { kind, on, to, cycle = null }: TermsChange,
  settings: { invoiceDaysBefore: number },
): ChangedColumns {
  const first = { ...row, next_cycle: cycle ?? row.next_cycle }
  const day = kind === "prorate" ? billingDayOf(row) : billingDayAfter(row, to)
  const terms = {
    payment_type: to.payment_type,
    interval_unit: to.interval.unit,
    interval_count: to.interval.count,
    expires_on: to.payment_type === "recurring" && row.payment_type !== "recurring" ? null : row.expires_on,
    collection_method: methodAfter(row, to),
    ...anchorOf(row, { kind, on, to, cycle }),
    whole_from: kind === "prorate" ? (row.whole_from ?? null) : null,
    part_bills: (row.part_bills ?? 0) + (kind === "prorate" ? 1 : 0),
    billing_day: day?.day ?? null,
    billing_month: day?.month ?? null,
    ...cancelTerms(row, { on, to }),
  }
  const limited = { ...terms, ...endAfter({ ...first, ...terms }, { kind, to }) }
  return { ...limited, next_due_on: nextDueOn(toSubscriptionFacts({ ...row, ...limited }), settings) }
}

/** Whoever saves a card before the change keeps being charged; what was free is charged only where there is one. */
function methodAfter({ payment_type, payment_method, collection_method }: SubscriptionColumns, to: NewTerms) {
  if (payment_type === "recurring") {
    return collection_method
  }
  return payment_method === null ? "send_invoice" : to.collection_method
}

function anchorOf(
  row: SubscriptionColumns,
  { kind, on, to, cycle = null }: TermsChange,
): Pick<ChangedColumns, "anchor_on" | "anchor_cycle" | "part_from"> {
  if (kind === "prorate") {
    return { anchor_on: row.anchor_on, anchor_cycle: row.anchor_cycle + 1, part_from: on }
  }
  const interval = { unit: row.interval_unit, count: row.interval_count }
  const billingDay = billingDayAfter(row, to)
  // Counting from the old anchor keeps its day of the month.
  if (kind !== "restart" && isSameInterval(interval, to.interval) && isSameDay(billingDay, billingDayOf(row))) {
    return { anchor_on: row.anchor_on, anchor_cycle: row.anchor_cycle, part_from: row.part_from ?? null }
  }
  const first = cycle ?? row.next_cycle
  const date = kind === "restart" || cycle !== null ? on : cycleStart(toSubscriptionFacts(row), first)
  const { anchorOn, anchorCycle, partFrom } = startingOn(date, first, { interval: to.interval, billingDay })
  return { anchor_on: anchorOn, anchor_cycle: anchorCycle, part_from: first === row.next_cycle ? partFrom : null }
}

const billingDayAfter = (row: SubscriptionColumns, { agreed }: NewTerms): BillingDay | null =>
  agreed ? agreed.billing_day : billingDayOf(row)

const isSameDay = (one: BillingDay | null, other: BillingDay | null): boolean =>
  one?.day === other?.day && one?.month === other?.month

/** What ends after so many cycles counts those of another cycle anew, a part as one (B5b). */
function endAfter(
  row: SubscriptionColumns,
  { kind, to: { agreed } }: Pick<TermsChange, "kind" | "to">,
): Pick<ChangedColumns, "end_cycle" | "expires_on"> {
  if (agreed) {
    const end_cycle = agreed.cycle_limit === null ? null : row.next_cycle + agreed.cycle_limit
    const expires_on = row.end_cycle ? null : row.expires_on
    return { end_cycle, expires_on, ...movedEnd({ ...row, end_cycle }) }
  }
  const end_cycle = row.end_cycle ? row.end_cycle + (kind === "prorate" ? 1 : 0) : null
  return { end_cycle, expires_on: row.expires_on, ...movedEnd({ ...row, end_cycle }) }
}

/** The minimum term of another offer begins with the change, and shortens none (B23). */
function cancelTerms(
  row: SubscriptionColumns,
  { on, to }: Pick<TermsChange, "on" | "to">,
): Pick<ChangedColumns, "minimum_term_on" | "notice_unit" | "notice_count"> {
  const before = row.minimum_term_on ?? null
  const cancel = to.agreed?.cancel
  if (!cancel) {
    return {
      minimum_term_on: before,
      notice_unit: row.notice_unit ?? null,
      notice_count: row.notice_count ?? null,
    }
  }
  const term = cancel.minimum_term && addInterval(on, cancel.minimum_term)
  const isLater = term !== null && (before === null || compareDates(before, term) < 0)
  return {
    minimum_term_on: isLater ? term : before,
    notice_unit: cancel.notice?.unit ?? null,
    notice_count: cancel.notice?.count ?? null,
  }
}

/** Twelve months are a year; four weeks are 28 days, and no month. */
export function isSameInterval(one: Interval, other: Interval): boolean {
  const from = "2024-01-31"
  return compareDates(cycleDate(from, one, 1), cycleDate(from, other, 1)) === 0 && isMonthly(one) === isMonthly(other)
}

const isMonthly = ({ unit }: Interval): boolean => unit === "month" || unit === "year"
