import { addDays, compareDates, daysBetween, type CivilDate } from "../../../calendar"
import { billingDayOf, toSubscriptionFacts, type SubscriptionColumns } from "../../subscriptions/subscription-columns"
import { cycleStart } from "../cycle-start"
import { skippedFrom } from "../earliest-end"
import { movedEnd } from "../expiry-of"
import { resumedOn } from "./pause"
import { startingOn } from "../starting-on"
import { wholeStart } from "../whole-start"

type Row = SubscriptionColumns & { trial_end_on?: CivilDate | null }

export type ResumedColumns = ReturnType<typeof resumedColumns>

/**
 * The columns of a paused subscription once it goes on on a day: all that was to come, the next cycle first, comes as many
 * days later as the pause was long (B24). A pause that ends on its own day changes nothing.
 */
export function resumedColumns(row: Row, on: CivilDate) {
  const start = cycleStart(toSubscriptionFacts(row), row.next_cycle)
  const next = resumedOn({ nextStart: start, pausedOn: row.paused_on ?? on }, on)
  const isInTrial = Boolean(row.trial_end_on) && row.period_start === null && row.next_cycle === 0
  const columns = {
    status: isInTrial ? ("trialing" as const) : ("active" as const),
    paused_on: null,
    paused_until: null,
    paused_days: null,
    ...(row.paused_on === on ? {} : moved(row, { start, next, isInTrial, asOf: on })),
  }
  return { ...columns, ...movedEnd({ ...row, ...columns }) }
}

/** A subscription as it is once it goes on: a paused one on the day of its pause's end, without one on the next day. */
export const goingOn = <Some extends Row>(row: Some, asOf: CivilDate): Some =>
  row.status === "paused" ? { ...row, ...resumedColumns(row, pauseEnd(row, asOf)) } : row

/** When a pause ends that is to end: on its day, or else on the next one. */
export const pauseEnd = ({ paused_until: until = null }: Pick<Row, "paused_until">, asOf: CivilDate): CivilDate =>
  until ?? addDays(asOf, 1)

/**
 * The end that a cancellation has set, where the cycles were moved: it stays with the cycle that does not begin any more, or with
 * the end of what is billed, where the next renewal is skipped.
 */
export function movedCancelOn(before: Row, after: SubscriptionColumns): CivilDate | null {
  const { cancel_on: cancelOn, next_cycle } = before
  if (cancelOn === null) {
    return null
  }
  const facts = toSubscriptionFacts(before)
  if (cancelOn === skippedFrom(facts)) {
    return after.period_end
  }
  let cycle = next_cycle
  while (compareDates(cycleStart(facts, cycle), cancelOn) < 0) {
    cycle += 1
  }
  return cycleStart(facts, cycle) === cancelOn ? cycleStart(toSubscriptionFacts(after), cycle) : null
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
