import { addDays, compareDates, daysBetween, type CivilDate, type Period } from "../../calendar"
import { nextDueOn } from "../renewals/next-due-on"
import { billingDayOf, toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { ChangeAnswer } from "../subscriptions/subscription-change"
import { cycleStart } from "./cycle-start"
import { movedEnd } from "./expiry-of"
import { decidePause, resumedOn } from "./pause"
import { startingOn } from "./starting-on"
import { wholeStart } from "./whole-start"

type Row = SubscriptionColumns & { trial_end_on: CivilDate | null }

interface Settings {
  invoiceDaysBefore: number
}

export interface PauseWish {
  until: CivilDate | null
  reason: string
  asOf: CivilDate
  /** The latest end that the merchant lets customers choose; null: any, or none. */
  most?: CivilDate | null
}

/** What a pause changes (B24): nothing is billed in it, and the days that are not used are kept. */
export function pauseChange(
  row: Row,
  { until, reason, asOf, most = null }: PauseWish,
  settings: Settings,
): ChangeAnswer {
  if (most !== null && (until === null || compareDates(most, until) < 0)) {
    return { ok: false, reason: `until: It can be paused until ${most} at the latest` }
  }
  const facts = {
    status: row.status,
    period: runningFrom(row, asOf),
    cancelOn: row.cancel_on,
    // What ends after so many cycles ends later by the pause.
    expiresOn: row.end_cycle ? null : row.expires_on,
  }
  const decision = decidePause(facts, { asOf, until })
  if (decision.kind === "refuse") {
    return { ok: false, reason: decision.field ? `${decision.field}: ${decision.reason}` : decision.reason }
  }
  const { unusedDays } = decision
  const patch = {
    status: "paused" as const,
    paused_on: asOf,
    paused_until: until,
    paused_days: unusedDays,
    ...unended(row),
  }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), settings)
  const data = { on: asOf, until, unused_days: unusedDays, reason }
  return { ok: true, change: { type: "paused", patch: { ...patch, next_due_on }, data } }
}

/** While it is paused, nobody knows when its last cycle ends. */
const unended = ({ end_cycle }: Row): { expires_on?: null } => (end_cycle ? { expires_on: null } : {})

/** From a date to the end of all that is paid for, also ahead; of a trial, to its end. */
function runningFrom({ status, period_end, trial_end_on }: Row, asOf: CivilDate): Period | null {
  const end = status === "trialing" ? trial_end_on : period_end
  return end !== null && compareDates(asOf, end) < 0 ? { start: asOf, end } : null
}

/**
 * The end of a pause: all that was to come, the next cycle first, comes as many days later as the pause was long (B24). A
 * renewal that was due when it began comes on the day of its end. A pause that ends on its own day changes nothing.
 */
export function unpauseChange(
  row: Row,
  { reason, asOf }: { reason: string; asOf: CivilDate },
  settings: Settings,
): ChangeAnswer {
  if (row.status !== "paused") {
    return { ok: false, reason: `The subscription is ${row.status}: only a paused one goes on` }
  }
  const facts = toSubscriptionFacts(row)
  const start = cycleStart(facts, row.next_cycle)
  const next = resumedOn({ nextStart: start, pausedOn: row.paused_on ?? asOf }, asOf)
  const isInTrial = row.trial_end_on !== null && row.period_start === null && row.next_cycle === 0
  const patch = {
    status: isInTrial ? ("trialing" as const) : ("active" as const),
    paused_on: null,
    paused_until: null,
    paused_days: null,
    ...(row.paused_on === asOf ? {} : moved(row, { start, next, isInTrial, asOf })),
  }
  const ended = { ...patch, ...movedEnd({ ...row, ...patch }) }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...ended }), settings)
  const data = { reason, paused_on: row.paused_on ?? null, next_on: next }
  return { ok: true, change: { type: "resumed", patch: { ...ended, next_due_on }, data } }
}

interface Moved {
  start: CivilDate
  next: CivilDate
  isInTrial: boolean
  asOf: CivilDate
}

/** With a billing day, the cycle after a pause is the part that leads to it. */
function moved(row: Row, { start, next, isInTrial, asOf }: Moved) {
  const interval = { unit: row.interval_unit, count: row.interval_count }
  const { anchorOn, anchorCycle, partFrom } = startingOn(next, row.next_cycle, {
    interval,
    billingDay: billingDayOf(row),
  })
  return {
    anchor_on: anchorOn,
    anchor_cycle: anchorCycle,
    part_from: partFrom,
    ...(row.cancel_on === start ? { cancel_on: next } : {}),
    ...(isInTrial
      ? { trial_end_on: next }
      : {
          ...movedStart(row, { asOf, isPartNext: partFrom !== null }),
          period_end: periodEnd(row, { start, next, asOf }),
        }),
  }
}

/**
 * The paid period begins as many days later, too, so that its days are those that were paid for: what is not used of them is
 * credited by a change (B25). One that was over when the pause began stays.
 */
function movedStart(
  row: Row,
  { asOf, isPartNext }: { asOf: CivilDate; isPartNext: boolean },
): { period_start?: CivilDate; whole_from?: CivilDate | null } {
  const { period_start, period_end, paused_on } = row
  const pausedOn = paused_on ?? asOf
  if (period_start === null || period_end === null || compareDates(period_end, pausedOn) <= 0) {
    return { whole_from: null }
  }
  const days = daysBetween(pausedOn, asOf)
  const whole = wholeStart(row)
  return {
    period_start: addDays(period_start, days),
    whole_from: isPartNext || whole === null ? null : addDays(whole, days),
  }
}

/** The paid days end with the next cycle's start, or before it where one was skipped. */
function periodEnd(
  { period_end, paused_on }: Row,
  { start, next, asOf }: Pick<Moved, "start" | "next" | "asOf">,
): CivilDate | null {
  const isSkipped = period_end !== null && compareDates(period_end, start) < 0
  return isSkipped ? resumedOn({ nextStart: period_end, pausedOn: paused_on ?? asOf }, asOf) : period_end && next
}
