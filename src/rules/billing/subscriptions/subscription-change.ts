import { compareDates, type CivilDate } from "../../calendar"
import type { SubscriptionChangeType } from "../events"
import { nextDueOn } from "../renewals/next-due-on"
import type { CollectionMethod, SubscriptionStatus, SuspensionReason } from "../states"
import type { ActivateOn, FirstPayment, OnFullRefund } from "../types"
import type { EarliestEnd } from "../changes/earliest-end"
import { goingOn, pauseEnd } from "../changes/pauses/resumed-columns"
import { cancelableOn, decideCancel } from "./decide-cancel"
import { decideUndoCancel } from "./decide-undo-cancel"
import { onFirstPayment } from "./on-first-payment"
import { toSubscriptionFacts, type SubscriptionColumns } from "./subscription-columns"

/** The columns that a change sets. */
export interface SubscriptionPatch {
  status?: SubscriptionStatus
  suspended_reason?: SuspensionReason | null
  is_hard_declined?: boolean
  dunning_on?: CivilDate | null
  suspend_on?: CivilDate | null
  terminate_on?: CivilDate | null
  canceled_on?: CivilDate | null
  ended_on?: CivilDate | null
  period_start?: CivilDate | null
  period_end?: CivilDate | null
  trial_end_on?: CivilDate | null
  expires_on?: CivilDate | null
  end_cycle?: number | null
  anchor_on?: CivilDate
  part_from?: CivilDate | null
  whole_from?: CivilDate | null
  anchor_cycle?: number
  next_cycle?: number
  early_on?: CivilDate | null
  part_bills?: number
  paused_on?: CivilDate | null
  paused_until?: CivilDate | null
  paused_days?: number | null
  cancel_on?: CivilDate | null
  cancel_reason?: string | null
  next_due_on?: CivilDate | null
  collection_method?: CollectionMethod
  payment_provider_id?: string | null
  payment_method?: Record<string, unknown> | null
  customer_id?: string | null
  email?: string | null
  billing_address?: Record<string, unknown> | null
  shipping_address?: Record<string, unknown> | null
  retained_on?: CivilDate | null
}

/** A change of a subscription, with its time line entry and event. */
export interface PlannedChange {
  patch: SubscriptionPatch
  type: SubscriptionChangeType
  data: Record<string, unknown>
  /**
   * Issued renewals that were never charged wait for the customer's payment; they are no longer charged automatically.
   */
  stopsCollecting?: true
}

export type ChangeAnswer = { ok: true; change: PlannedChange } | { ok: false; reason: string }

interface Settings {
  invoiceDaysBefore: number
}

/** The next date on which a run handles a subscription; runs find it by this alone. */
const nextDueOf = (row: SubscriptionColumns, settings: Settings): CivilDate | null =>
  nextDueOn(toSubscriptionFacts(row), settings)

/** What has ended is not dunned. */
const NO_DUNNING = { dunning_on: null, suspend_on: null, terminate_on: null } as const

/** A cancellation that takes effect at once. A canceled subscription is not charged afterwards. */
export function canceledChange(on: CivilDate, reason: string | null): PlannedChange {
  return {
    type: "canceled",
    patch: {
      status: "canceled",
      canceled_on: on,
      ended_on: on,
      cancel_on: null,
      cancel_reason: reason,
      next_due_on: null,
      ...NO_DUNNING,
    },
    data: { on, reason },
    stopsCollecting: true,
  }
}

type Endable = SubscriptionColumns & { trial_end_on?: CivilDate | null }

const isUsedUp = ({ status, paused_days }: Endable): boolean => status === "paused" && !paused_days

/** What a pause has kept is used before the end: one until it is resumed ends on the next day. */
const pauseUntil = (row: Endable, asOf: CivilDate): Pick<SubscriptionPatch, "paused_until"> =>
  row.status === "paused" ? { paused_until: pauseEnd(row, asOf) } : {}

/** When a cancellation of today would end a subscription at the earliest, and why not before (B23). */
export function earliestEndOf(row: Endable, asOf: CivilDate): EarliestEnd {
  const end = cancelableOn(toSubscriptionFacts(goingOn(row, asOf)), asOf)
  const isOver = compareDates(end.on, asOf) < 0 || (isUsedUp(row) && end.reason === "billed_period")
  return isOver ? { ...end, on: asOf } : end
}

/** What a cancellation changes (B23); refused, with the reason, if the subscription has ended. */
export function cancelChange(
  row: Endable,
  {
    when,
    reason,
    asOf,
    isCustomer = false,
  }: { when: "now" | "period_end"; reason: string | null; asOf: CivilDate; isCustomer?: boolean },
  settings: Settings,
): ChangeAnswer {
  const subscription = toSubscriptionFacts(goingOn(row, asOf))
  const decision = decideCancel({ subscription, when, asOf, isCustomer, isUsedUp: isUsedUp(row) })
  switch (decision.kind) {
    case "refuse":
      return { ok: false, reason: decision.reason }
    case "cancel_now":
      return { ok: true, change: canceledChange(decision.on, reason) }
    case "schedule": {
      const patch = { cancel_on: decision.on, cancel_reason: reason, ...pauseUntil(row, asOf) }
      const next_due_on = nextDueOf({ ...row, ...patch }, settings)
      const data = { on: decision.on, reason }
      return { ok: true, change: { type: "cancel_scheduled", patch: { ...patch, next_due_on }, data } }
    }
  }
}

/** What undoing a cancellation changes (B23); refused, with the reason, once it has taken effect. */
export function undoCancelChange(row: SubscriptionColumns, asOf: CivilDate, settings: Settings): ChangeAnswer {
  const decision = decideUndoCancel({ subscription: toSubscriptionFacts(row), asOf })
  if (decision.kind === "refuse") {
    return { ok: false, reason: decision.reason }
  }
  const patch = { cancel_on: null, cancel_reason: null }
  const next_due_on = nextDueOf({ ...row, ...patch }, settings)
  const data = { canceled_for: row.cancel_on }
  return { ok: true, change: { type: "cancel_undone", patch: { ...patch, next_due_on }, data } }
}

/** The state of the first order's payment, and its method. */
export interface FirstPaymentState {
  payment: FirstPayment
  /** The saved method; null: none. */
  method: { payment_provider_id: string; payment_method: Record<string, unknown> } | null
  asOf: CivilDate
}

/** What the first order's payment changes (B20); null: nothing. */
export function firstPaymentChange(
  row: SubscriptionColumns & { trial_end_on: CivilDate | null },
  { payment, method, asOf }: FirstPaymentState,
  settings: Settings & { activateOn: ActivateOn; onFirstOrderRefund: OnFullRefund },
): PlannedChange | null {
  const decision = onFirstPayment({
    status: row.status,
    payment,
    activateOn: settings.activateOn,
    onFullRefund: settings.onFirstOrderRefund,
    inTrial: row.trial_end_on !== null && compareDates(row.trial_end_on, asOf) > 0,
  })
  switch (decision.kind) {
    case "keep":
      return null
    case "cancel":
      return canceledChange(asOf, decision.reason)
    case "activate": {
      const patch = { status: decision.to, ...lateMethod(row, method) }
      const next_due_on = nextDueOf({ ...row, ...patch }, settings)
      return { type: "activated", patch: { ...patch, next_due_on }, data: { status: decision.to } }
    }
  }
}

/** A payment that was settled after the order was placed may have saved its method only then. */
function lateMethod(
  row: Pick<SubscriptionColumns, "payment_method">,
  method: FirstPaymentState["method"],
): Pick<SubscriptionPatch, "payment_provider_id"> &
  Partial<Pick<SubscriptionColumns, "payment_method" | "collection_method">> {
  if (row.payment_method !== null) {
    return {}
  }
  return method ?? { collection_method: "send_invoice" }
}
