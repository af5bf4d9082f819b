import { addDays, type CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { RetentionKind } from "../states"
import type { ChangeAnswer, PlannedChange } from "../subscriptions/subscription-change"
import type { SubscriptionColumns } from "../subscriptions/subscription-columns"
import { nextDueOn } from "../renewals/next-due-on"
import { toSubscriptionFacts } from "../subscriptions/subscription-columns"
import { endOf, isBefore } from "../subscriptions/end-of"
import { cycleStart } from "./cycle-start"
import { pauseChange } from "./pauses/pause-change"

/** What the store offers those who want to cancel; a setting. */
export interface RetentionSettings {
  offer: RetentionKind
  pauseDays: number
  /** Of the price, in percent, for so many cycles. */
  percent: Decimal
  cycles: number
}

/** What somebody who wants to cancel may take instead. */
export type RetentionOffer =
  | { kind: "pause"; until: CivilDate }
  /** From `fromOn` on, the first day of the next cycle. */
  | { kind: "discount"; percent: Decimal; cycles: number; fromOn: CivilDate }

type Row = SubscriptionColumns & { trial_end_on: CivilDate | null; retained_on?: CivilDate | null }

export interface Retaining {
  settings: RetentionSettings
  asOf: CivilDate
  invoiceDaysBefore: number
}

/** Taking the offer takes a scheduled cancellation back. */
const staying = <Some extends Row>(row: Some): Some => ({ ...row, cancel_on: null })

/** What is offered instead of a cancellation; null: nothing, or it was taken before. */
export function retentionOffer(row: Row, retaining: Retaining): RetentionOffer | null {
  const { settings, asOf } = retaining
  if (row.retained_on || row.payment_type !== "recurring") {
    return null
  }
  if (settings.offer === "pause") {
    return pauseOf(row, retaining).ok ? { kind: "pause", until: addDays(asOf, settings.pauseDays) } : null
  }
  if (settings.offer === "none" || (row.status !== "active" && row.status !== "trialing")) {
    return null
  }
  const facts = toSubscriptionFacts(staying(row))
  const fromOn = cycleStart(facts, row.next_cycle)
  const { percent, cycles } = settings
  return isBefore(fromOn, endOf(facts)) ? { kind: "discount", percent, cycles, fromOn } : null
}

const pauseOf = (row: Row, { settings, asOf, invoiceDaysBefore }: Retaining): ChangeAnswer =>
  pauseChange(
    staying(row),
    { until: addDays(asOf, settings.pauseDays), reason: "taken instead of a cancellation", asOf },
    { invoiceDaysBefore },
  )

export type RetentionAnswer = { ok: true; offer: RetentionOffer; change: PlannedChange } | { ok: false; reason: string }

/** Takes the offer, once: the subscription is paused, or its next cycles cost less, and it is not canceled. */
export function retentionChange(row: Row, retaining: Retaining): RetentionAnswer {
  const offer = retentionOffer(row, retaining)
  if (!offer) {
    return { ok: false, reason: row.retained_on ? "Its offer was taken already" : "There is no offer for it" }
  }
  const stay = { retained_on: retaining.asOf, cancel_on: null, cancel_reason: null }
  if (offer.kind === "pause") {
    const paused = pauseOf(row, retaining)
    return paused.ok
      ? { ok: true, offer, change: { ...paused.change, patch: { ...paused.change.patch, ...stay } } }
      : paused
  }
  const next_due_on = nextDueOn(toSubscriptionFacts(staying(row)), retaining)
  const { percent, cycles, fromOn } = offer
  const data = { percent, cycles, from_on: fromOn }
  return { ok: true, offer, change: { type: "retained", patch: { ...stay, next_due_on }, data } }
}

/** The cycle from which on the percentage counts no more, as discounts count cycles. */
export const retainedUntil = ({ next_cycle, part_bills = 0 }: SubscriptionColumns, cycles: number): number =>
  next_cycle - part_bills + cycles
