import { compareDates, type CivilDate, type Period } from "../../calendar"
import { nextDueOn } from "../renewals/next-due-on"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { ChangeAnswer } from "../subscriptions/subscription-change"
import { cycleStart } from "./cycle-start"
import { decidePause, resumedOn } from "./pause"

type Row = SubscriptionColumns & { trial_end_on: CivilDate | null }

interface Settings {
  invoiceDaysBefore: number
}

/** What a pause changes (B24): nothing is billed in it, and the days that are not used are kept. */
export function pauseChange(
  row: Row,
  { until, reason, asOf }: { until: CivilDate | null; reason: string; asOf: CivilDate },
  settings: Settings,
): ChangeAnswer {
  const facts = {
    status: row.status,
    period: runningFrom(row, asOf),
    cancelOn: row.cancel_on,
    expiresOn: row.expires_on,
  }
  const decision = decidePause(facts, { asOf, until })
  if (decision.kind === "refuse") {
    return { ok: false, reason: decision.field ? `${decision.field}: ${decision.reason}` : decision.reason }
  }
  const { unusedDays } = decision
  const patch = { status: "paused" as const, paused_on: asOf, paused_until: until, paused_days: unusedDays }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), settings)
  const data = { on: asOf, until, unused_days: unusedDays, reason }
  return { ok: true, change: { type: "paused", patch: { ...patch, next_due_on }, data } }
}

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
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), settings)
  const data = { reason, paused_on: row.paused_on ?? null, next_on: next }
  return { ok: true, change: { type: "resumed", patch: { ...patch, next_due_on }, data } }
}

interface Moved {
  start: CivilDate
  next: CivilDate
  isInTrial: boolean
  asOf: CivilDate
}

const moved = (row: Row, { start, next, isInTrial, asOf }: Moved) => ({
  anchor_on: next,
  anchor_cycle: row.next_cycle,
  ...(row.cancel_on === start ? { cancel_on: next } : {}),
  ...(isInTrial ? { trial_end_on: next } : { period_end: periodEnd(row, { start, next, asOf }) }),
})

/** The paid days end with the next cycle's start, or before it where one was skipped. */
function periodEnd(
  { period_end, paused_on }: Row,
  { start, next, asOf }: Pick<Moved, "start" | "next" | "asOf">,
): CivilDate | null {
  const isSkipped = period_end !== null && compareDates(period_end, start) < 0
  return isSkipped ? resumedOn({ nextStart: period_end, pausedOn: paused_on ?? asOf }, asOf) : period_end && next
}
