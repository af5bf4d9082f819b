import type { CivilDate } from "../../calendar"
import { movedEnd } from "../changes/expiry-of"
import { nextDueOn } from "../renewals/next-due-on"
import type { SuspensionReason } from "../states"
import { canTransition } from "../subscriptions/can-transition"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { ChangeAnswer } from "../subscriptions/subscription-change"

type Row = SubscriptionColumns & { suspended_reason: SuspensionReason | null; trial_end_on: CivilDate | null }

interface Settings {
  invoiceDaysBefore: number
}

const nextDueOf = (row: SubscriptionColumns, settings: Settings): CivilDate | null =>
  nextDueOn(toSubscriptionFacts(row), settings)

/** A suspension by hand: a payment does not lift it. One that was made for being overdue becomes one by hand. */
export function suspendChange(row: Row, reason: string, settings: Settings): ChangeAnswer {
  const isTakenOver = row.status === "suspended" && row.suspended_reason === "overdue"
  const allowed = canTransition(row.status, "suspended")
  if (!allowed.ok && !isTakenOver) {
    return allowed
  }
  const patch = { status: "suspended" as const, suspended_reason: "manual" as const, suspend_on: null }
  const next_due_on = nextDueOf({ ...row, ...patch }, settings)
  return { ok: true, change: { type: "suspended", patch: { ...patch, next_due_on }, data: { reason } } }
}

/**
 * The end of a suspension by hand. What still owes past its date is not resumed so: it goes on once that is paid, written
 * off, or due later.
 */
export function resumeChange(
  row: Row,
  { reason, owesPastDue, asOf }: { reason: string; owesPastDue: boolean; asOf: CivilDate },
  settings: Settings,
): ChangeAnswer {
  if (row.status !== "suspended") {
    return { ok: false, reason: `The subscription is ${row.status}: only a suspended one can be resumed` }
  }
  if (owesPastDue) {
    return {
      ok: false,
      reason: "It owes past its due date: it resumes once that is paid, written off, or due on a later date",
    }
  }
  const isInTrial = row.trial_end_on !== null && row.trial_end_on > asOf
  const patch = {
    status: isInTrial ? ("trialing" as const) : ("active" as const),
    suspended_reason: null,
    ...movedEnd(row),
  }
  const next_due_on = nextDueOf({ ...row, ...patch }, settings)
  return { ok: true, change: { type: "resumed", patch: { ...patch, next_due_on }, data: { reason } } }
}
