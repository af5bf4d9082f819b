import { compareDates, type CivilDate } from "../../calendar"
import { cycleStart } from "../changes/cycle-start"
import { movedEnd } from "../changes/expiry-of"
import { movedCancelOn } from "../changes/pauses/resumed-columns"
import { nextDueOn } from "../renewals/next-due-on"
import type { SubscriptionStatus, SuspensionReason } from "../states"
import { isFinal } from "../subscriptions/billable"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { dunningDates } from "./decide-dunning"
import type { DunningSettings } from "./dunning-settings"
import type { OwedRenewal } from "./owed-renewal"

/** The columns that dunning and the settling of charges write. */
export interface Standing {
  id: string
  status: SubscriptionStatus
  suspended_reason: SuspensionReason | null
  anchor_on: CivilDate
  anchor_cycle: number
  period_start: CivilDate | null
  period_end: CivilDate | null
  next_due_on: CivilDate | null
  expires_on: CivilDate | null
  cancel_on: CivilDate | null
  ended_on: CivilDate | null
  canceled_on: CivilDate | null
  cancel_reason: string | null
  dunning_on: CivilDate | null
  suspend_on: CivilDate | null
  terminate_on: CivilDate | null
  is_hard_declined: boolean
}

/** A subscription as it stands, locked. */
export type StandingRow = SubscriptionColumns & Standing

/** What has changed of it. */
export interface StandingChange {
  status: SubscriptionStatus
  suspendedReason: SuspensionReason | null
  owed: readonly OwedRenewal[]
  /** A late payment was received. */
  isPaidLate?: boolean
  isHardDeclined?: boolean
  /** Why it was terminated. */
  endReason?: string
}

export interface StandingSettings {
  dunning: DunningSettings
  invoiceDaysBefore: number
}

/** The columns of a subscription after a change; null: nothing is to be written. */
export function standingAfter(
  row: StandingRow,
  change: StandingChange,
  { settings, asOf }: { settings: StandingSettings; asOf: CivilDate },
): Standing | null {
  const { status, suspendedReason } = change
  const moved = change.isPaidLate && settings.dunning.latePayment === "paid_on" ? anchoredOn(row, asOf) : {}
  const now = { ...row, ...moved, status, ...(moved.anchor_on ? endsAfter(row, { ...row, ...moved }) : {}) }
  const isEnded = isFinal(status) && !isFinal(row.status)
  const dates = dunningDates({ status, suspendedReason, owed: change.owed }, settings.dunning)
  const after: Standing = {
    id: row.id,
    status,
    suspended_reason: status === "suspended" ? suspendedReason : null,
    anchor_on: now.anchor_on,
    anchor_cycle: now.anchor_cycle,
    period_start: now.period_start,
    period_end: now.period_end,
    next_due_on: status === row.status && !moved.anchor_on ? row.next_due_on : nextDueOf(now, settings),
    expires_on: now.expires_on,
    cancel_on: now.cancel_on,
    ended_on: isEnded ? asOf : row.ended_on,
    canceled_on: isEnded ? asOf : row.canceled_on,
    cancel_reason: isEnded ? (change.endReason ?? row.cancel_reason) : row.cancel_reason,
    dunning_on: dates.dunningOn,
    suspend_on: dates.suspendOn,
    terminate_on: dates.terminateOn,
    is_hard_declined: change.isHardDeclined ?? row.is_hard_declined,
  }
  return isSame(row, after) ? null : after
}

const nextDueOf = (row: SubscriptionColumns, { invoiceDaysBefore }: StandingSettings): CivilDate | null =>
  nextDueOn(toSubscriptionFacts(row), { invoiceDaysBefore })

/** What ends with a cycle ends with it, where its cycles were moved. */
function endsAfter(before: StandingRow, moved: StandingRow): Partial<Pick<Standing, "expires_on" | "cancel_on">> {
  const cancel_on = movedCancelOn(before, moved)
  return { ...movedEnd(moved), ...(cancel_on === null ? {} : { cancel_on }) }
}

/**
 * The cycle that was billed last begins with the day of its payment, and the next ones count from there (B34). A part of a
 * period, after a change, ends when it ends; so does one that a pause has moved, and a billing day stays.
 */
function anchoredOn(row: SubscriptionColumns, paidOn: CivilDate): Partial<Standing> {
  const facts = toSubscriptionFacts(row)
  const last = row.next_cycle - 1
  const start = cycleStart(facts, last)
  const isPart = Boolean(row.whole_from) || (row.period_start !== null && compareDates(row.period_start, start) > 0)
  if (isPart || row.billing_day || compareDates(paidOn, start) <= 0) {
    return {}
  }
  const anchored = { ...facts, anchorOn: paidOn, anchorCycle: last }
  return {
    anchor_on: paidOn,
    anchor_cycle: last,
    period_start: paidOn,
    period_end: cycleStart(anchored, row.next_cycle),
  }
}

const isSame = (row: StandingRow, after: Standing): boolean =>
  (Object.keys(after) as (keyof Standing)[]).every((column) => row[column] === after[column])
