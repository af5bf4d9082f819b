import { compareDates, cycleDate, type CivilDate, type Interval } from "../../calendar"
import { nextDueOn } from "../renewals/next-due-on"
import type { BilledItem } from "../renewals/renewal-order"
import type { ChangeKind, CollectionMethod, PaymentType } from "../states"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { cycleStart } from "./cycle-start"

/** The columns of an item that a change sets. */
export interface ItemTerms extends Pick<
  BilledItem,
  "product_id" | "variant_id" | "quantity" | "title" | "unit_price" | "is_tax_inclusive" | "snapshot" | "discounts"
> {
  offer_id: string
  cycle_id: string
}

/** What a subscription is for after a change. */
export interface NewTerms {
  item: ItemTerms
  payment_type: PaymentType
  interval: Interval
  collection_method: CollectionMethod
}

export interface TermsChange {
  kind: ChangeKind
  /** The first day of the new terms. */
  on: CivilDate
  to: NewTerms
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
  Required<Pick<SubscriptionColumns, "part_from" | "part_bills">>

/**
 * A subscription under its new terms (B25). A part of a period is a cycle of its own, so that it has its bill and its
 * attempts as any other: the anchor's count moves with it, and the dates of the cycles after it stay.
 */
export function changedColumns(
  row: SubscriptionColumns,
  { kind, on, to }: TermsChange,
  settings: { invoiceDaysBefore: number },
): ChangedColumns {
  const terms = {
    payment_type: to.payment_type,
    interval_unit: to.interval.unit,
    interval_count: to.interval.count,
    expires_on: to.payment_type === "recurring" && row.payment_type !== "recurring" ? null : row.expires_on,
    collection_method: to.collection_method,
    ...anchorOf(row, { kind, on, to }),
    part_from: kind === "prorate" ? on : null,
    part_bills: (row.part_bills ?? 0) + (kind === "prorate" ? 1 : 0),
  }
  return { ...terms, next_due_on: nextDueOn(toSubscriptionFacts({ ...row, ...terms }), settings) }
}

function anchorOf(
  row: SubscriptionColumns,
  { kind, on, to }: TermsChange,
): Pick<ChangedColumns, "anchor_on" | "anchor_cycle"> {
  if (kind === "prorate") {
    return { anchor_on: row.anchor_on, anchor_cycle: row.anchor_cycle + 1 }
  }
  if (kind === "restart") {
    return { anchor_on: on, anchor_cycle: row.next_cycle }
  }
  // Counting from the old anchor keeps its day of the month.
  return isSameInterval({ unit: row.interval_unit, count: row.interval_count }, to.interval)
    ? { anchor_on: row.anchor_on, anchor_cycle: row.anchor_cycle }
    : { anchor_on: cycleStart(toSubscriptionFacts(row), row.next_cycle), anchor_cycle: row.next_cycle }
}

/** Twelve months are a year; four weeks are 28 days, and no month. */
export function isSameInterval(one: Interval, other: Interval): boolean {
  const from = "2024-01-31"
  return compareDates(cycleDate(from, one, 1), cycleDate(from, other, 1)) === 0 && isMonthly(one) === isMonthly(other)
}

const isMonthly = ({ unit }: Interval): boolean => unit === "month" || unit === "year"
