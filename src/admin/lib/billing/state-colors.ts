import type { ReminderStatus } from "../../../rules/billing/reminders/reminder"
import type {
  ChargeStatus,
  ExitStatus,
  OfferRequestStatus,
  PriceChangeStatus,
  InvoiceStatus,
  RenewalStatus,
  RunStatus,
  SubscriptionStatus,
} from "../../../rules/billing/states"

export type StateColor = "green" | "red" | "blue" | "orange" | "grey" | "purple"

interface StateKinds {
  subscription: SubscriptionStatus
  renewal: RenewalStatus
  charge: ChargeStatus
  payment: InvoiceStatus
  run: RunStatus
  reminder: ReminderStatus
  exit: ExitStatus
  offer_request: OfferRequestStatus
  price_change: PriceChangeStatus
}

export type StateKind = keyof StateKinds
export type StateOf<K extends StateKind> = StateKinds[K]

/** Green: as it should be. Blue: on its way. Orange: waits for somebody. Red: went wrong. Grey: over. */
export const STATE_COLORS: { [K in StateKind]: Record<StateKinds[K], StateColor> } = {
  subscription: {
    pending: "orange",
    trialing: "blue",
    active: "green",
    past_due: "red",
    suspended: "orange",
    paused: "purple",
    canceled: "grey",
    expired: "grey",
  },
  renewal: { preparing: "grey", issued: "blue", paid: "green", failed: "red", skipped: "grey", canceled: "grey" },
  charge: {
    started: "blue",
    paid: "green",
    soft_declined: "orange",
    hard_declined: "red",
    requires_action: "orange",
    unknown: "purple",
    processing: "blue",
    withdrawn: "grey",
    returned: "grey",
    reversed: "red",
  },
  payment: {
    open: "orange",
    partly_paid: "orange",
    paid: "green",
    credited: "grey",
    void: "grey",
    written_off: "grey",
    overdue: "red",
  },
  price_change: {
    announced: "blue",
    asked: "orange",
    accepted: "green",
    refused: "red",
    unanswered: "grey",
    applied: "green",
    withdrawn: "grey",
  },
  reminder: { waiting: "blue", sending: "blue", sent: "green", failed: "red", skipped: "grey" },
  exit: { planned: "blue", open: "orange", carried_out: "green", refused: "grey" },
  offer_request: { open: "orange", quoted: "green", closed: "grey" },
  run: { queued: "grey", running: "blue", completed: "green", stopped: "orange", failed: "red" },
}
