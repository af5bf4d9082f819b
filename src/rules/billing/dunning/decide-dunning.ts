import { addDays, compareDates, type CivilDate } from "../../calendar"
import type { SubscriptionStatus, SuspensionReason } from "../states"
import { OFF, type DunningSettings } from "./dunning-settings"
import { hasNoTryLeft, isLate, isOverdue, isUnderWay, lateOn, type OwedRenewal } from "./owed-renewal"

/** A subscription as dunning sees it. */
export interface DunnedSubscription {
  status: SubscriptionStatus
  suspendedReason: SuspensionReason | null
  /** All renewals that wait for their money. */
  owed: readonly OwedRenewal[]
}

export type DunningStep =
  | { kind: "past_due"; to: "past_due" }
  /** `after`: counted from the due date, or because the last try has failed. */
  | { kind: "suspend"; to: "suspended"; after: "days" | "last_try" }
  | { kind: "terminate"; to: "canceled"; after: "days" | "last_try" }
  | { kind: "recover" | "resume"; to: "active" }

type ResumeStep = Extract<DunningStep, { to: "active" }>

/** The dates on which something will be done if nothing is paid; `dunningOn` is the first of them. */
export interface DunningDates {
  dunningOn: CivilDate | null
  suspendOn: CivilDate | null
  terminateOn: CivilDate | null
}

export interface DunningDecision {
  steps: DunningStep[]
  /** The dates after the steps. */
  dates: DunningDates
}

/**
 * What is done about a subscription on a date, in order (B32, B33): it becomes past due, is suspended and terminated so
 * many days after the oldest due date, or after the last try where that step is turned off. What no longer owes recovers;
 * a suspension is lifted only if it was made for being overdue. While a charge is under way, nothing is done.
 */
export function decideDunning(
  subscription: DunnedSubscription,
  settings: DunningSettings,
  asOf: CivilDate,
): DunningDecision {
  const steps: DunningStep[] = []
  let now = subscription
  for (let step = nextStep(now, settings, asOf); step; step = nextStep(now, settings, asOf)) {
    steps.push(step)
    now = { ...now, status: step.to, suspendedReason: step.kind === "suspend" ? "overdue" : null }
  }
  return { steps, dates: dunningDates(now, settings) }
}

const isIn = (statuses: readonly SubscriptionStatus[], { status }: DunnedSubscription): boolean =>
  statuses.includes(status)

const CAN_BE_SUSPENDED = ["trialing", "active", "past_due"] as const
const CAN_BE_TERMINATED = [...CAN_BE_SUSPENDED, "suspended", "paused"] as const

function nextStep(now: DunnedSubscription, settings: DunningSettings, asOf: CivilDate): DunningStep | null {
  if (!now.owed.some((renewal) => isLate(renewal, asOf))) {
    return resumeOf(now)
  }
  const overdue = now.owed.filter((renewal) => isOverdue(renewal, asOf))
  if (!overdue.length || !isIn(CAN_BE_TERMINATED, now)) {
    return null
  }
  if (isIn(["trialing", "active"], now)) {
    return { kind: "past_due", to: "past_due" }
  }
  return terminationOf(now, { settings, overdue, asOf }) ?? suspensionOf(now, { settings, overdue, asOf })
}

/** What a subscription becomes once nothing of it is late any more; null: it stays as it is. */
export function resumeOf({
  status,
  suspendedReason,
}: Pick<DunnedSubscription, "status" | "suspendedReason">): ResumeStep | null {
  if (status === "past_due") {
    return { kind: "recover", to: "active" }
  }
  return status === "suspended" && suspendedReason === "overdue" ? { kind: "resume", to: "active" } : null
}

interface Overdue {
  settings: DunningSettings
  overdue: readonly OwedRenewal[]
  asOf: CivilDate
}

function suspensionOf(now: DunnedSubscription, { settings, overdue, asOf }: Overdue): DunningStep | null {
  const after = whyNow(settings.suspendAfterDays, settings.afterLastTry === "suspend", { overdue, asOf })
  return after && isIn(CAN_BE_SUSPENDED, now) ? { kind: "suspend", to: "suspended", after } : null
}

function terminationOf(now: DunnedSubscription, { settings, overdue, asOf }: Overdue): DunningStep | null {
  const after = whyNow(settings.terminateAfterDays, settings.afterLastTry === "cancel", { overdue, asOf })
  return after ? { kind: "terminate", to: "canceled", after } : null
}

function whyNow(
  days: number,
  isLastAction: boolean,
  { overdue, asOf }: Pick<Overdue, "overdue" | "asOf">,
): "days" | "last_try" | null {
  const on = dateOfStep(days, overdue)
  if (on !== null) {
    return compareDates(on, asOf) <= 0 ? "days" : null
  }
  return isLastAction && overdue.some(hasNoTryLeft) ? "last_try" : null
}

/** So many days after the oldest date; null: the step is turned off, or nothing waits. */
function dateOfStep(days: number, owed: readonly OwedRenewal[]): CivilDate | null {
  const oldest = earliest(owed.map(({ from }) => from))
  return days === OFF || oldest === null ? null : addDays(oldest, days)
}

const earliest = (dates: readonly (CivilDate | null)[]): CivilDate | null =>
  dates.reduce<CivilDate | null>(
    (first, date) => (date !== null && (first === null || compareDates(date, first) < 0) ? date : first),
    null,
  )

const NOTHING: DunningDates = { dunningOn: null, suspendOn: null, terminateOn: null }

/** When something is to be done about a subscription: its invoices become overdue, it is suspended, it is terminated. */
export function dunningDates(now: DunnedSubscription, settings: DunningSettings): DunningDates {
  const waiting = now.owed.filter((renewal) => !isUnderWay(renewal) && lateOn(renewal) !== null)
  if (!waiting.length || !isIn(CAN_BE_TERMINATED, now)) {
    return NOTHING
  }
  const late = earliest(waiting.map(lateOn))
  const suspendOn = isIn(CAN_BE_SUSPENDED, now) ? dateOfStep(settings.suspendAfterDays, waiting) : null
  const terminateOn = dateOfStep(settings.terminateAfterDays, waiting)
  const lastTry = waiting.find((renewal) => hasNoTryLeft(renewal) && hasLastStep(now, settings))
  return {
    dunningOn: earliest([
      isIn(["trialing", "active"], now) ? late : null,
      notBefore(suspendOn, late),
      notBefore(terminateOn, late),
      lastTry ? lateOn(lastTry) : null,
    ]),
    suspendOn: notBefore(suspendOn, late),
    terminateOn: notBefore(terminateOn, late),
  }
}

/** An invoice is not overdue on its due date, so nothing is done about it before the day after. */
function notBefore(date: CivilDate | null, late: CivilDate | null): CivilDate | null {
  return date !== null && late !== null && compareDates(date, late) < 0 ? late : date
}

function hasLastStep(now: DunnedSubscription, settings: DunningSettings): boolean {
  const { afterLastTry, suspendAfterDays, terminateAfterDays } = settings
  return (
    (afterLastTry === "suspend" && suspendAfterDays === OFF && isIn(CAN_BE_SUSPENDED, now)) ||
    (afterLastTry === "cancel" && terminateAfterDays === OFF)
  )
}
