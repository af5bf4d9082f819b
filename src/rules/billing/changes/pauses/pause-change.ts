import { compareDates, type CivilDate, type Period } from "../../../calendar"
import { nextDueOn } from "../../renewals/next-due-on"
import { toSubscriptionFacts, type SubscriptionColumns } from "../../subscriptions/subscription-columns"
import type { ChangeAnswer } from "../../subscriptions/subscription-change"
import { cycleStart } from "../cycle-start"
import { decidePause, resumedOn } from "./pause"
import { movedCancelOn, resumedColumns } from "./resumed-columns"

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
  const paused = {
    status: "paused" as const,
    paused_on: asOf,
    paused_until: until,
    paused_days: unusedDays,
    ...unended(row),
  }
  const patch = { ...paused, ...(until === null ? {} : endAfterPause(row, { ...row, ...paused }, until)) }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), settings)
  const data = { on: asOf, until, unused_days: unusedDays, reason }
  return { ok: true, change: { type: "paused", patch: { ...patch, next_due_on }, data } }
}

/** What ends with a later cycle ends with it, that much later. */
function endAfterPause(row: Row, paused: Row, until: CivilDate): { cancel_on?: CivilDate } {
  const cancel_on = movedCancelOn(row, { ...paused, ...resumedColumns(paused, until) })
  return cancel_on === null ? {} : { cancel_on }
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
  const resumed = resumedColumns(row, asOf)
  const patch = { ...resumed, ...cancelOnAfter(row, { ...row, ...resumed }) }
  const facts = toSubscriptionFacts({ ...row, ...patch })
  const next = resumedOn(
    { nextStart: cycleStart(toSubscriptionFacts(row), row.next_cycle), pausedOn: row.paused_on ?? asOf },
    asOf,
  )
  const data = { reason, paused_on: row.paused_on ?? null, next_on: next }
  return { ok: true, change: { type: "resumed", patch: { ...patch, next_due_on: nextDueOn(facts, settings) }, data } }
}

/** What ends with a cycle was told for the pause's own end: another one moves it with that cycle. */
function cancelOnAfter(row: Row, resumed: Row): { cancel_on?: CivilDate } {
  const planned = row.paused_until ? movedCancelOn({ ...row, ...resumedColumns(row, row.paused_until) }, resumed) : null
  const cancel_on = planned ?? movedCancelOn(row, resumed)
  return cancel_on === null ? {} : { cancel_on }
}
