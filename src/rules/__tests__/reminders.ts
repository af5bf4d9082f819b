import { dueReminders } from "../billing/reminders/due-reminders"
import type { ReminderKey } from "../billing/reminders/reminder"
import type {
  RemindedAttempt,
  RemindedInvoice,
  RemindedSubscription,
  ReminderFacts,
} from "../billing/reminders/reminder-facts"
import { DEFAULT_REMINDER_SETTINGS } from "../billing/reminders/reminder-settings"
import { addDays, type CivilDate } from "../calendar"
import { subscription } from "./subscriptions"

export const DUE = "2026-02-28"

export const monthly = (changes: Partial<RemindedSubscription> = {}): RemindedSubscription => ({
  kind: "subscription",
  subscription: subscription(),
  customerId: "cus_1",
  startedOn: "2026-01-31",
  method: { id: "pm_1", expires: null, isDirectDebit: false },
  suspendedOn: null,
  terminatedOn: null,
  ...changes,
})

export const invoice = (changes: Partial<RemindedInvoice> = {}): RemindedInvoice => ({
  kind: "invoice",
  id: "binv_1",
  documentKind: "invoice",
  isOpen: true,
  issuedOn: "2026-02-21",
  dueOn: DUE,
  paidOn: null,
  paidTotal: "0",
  collectionMethod: "send_invoice",
  isOfRenewal: true,
  isBeingCollected: false,
  ...changes,
})

export const attempt = (changes: Partial<RemindedAttempt> = {}): RemindedAttempt => ({
  kind: "renewal",
  renewalId: "bren_1",
  renewalStatus: "failed",
  dueOn: DUE,
  number: 1,
  status: "soft_declined",
  attemptedOn: DUE,
  ...changes,
})

/** What is sent when a tick comes on each of these dates, in this order. */
export function sentOn(
  facts: (asOf: CivilDate) => ReminderFacts,
  dates: CivilDate[],
  settings = DEFAULT_REMINDER_SETTINGS,
) {
  const recorded: ReminderKey[] = []
  const sent: [CivilDate, string][] = []
  for (const asOf of dates) {
    for (const due of dueReminders(facts(asOf), { settings, asOf, recorded })) {
      recorded.push(due)
      sent.push([asOf, `${due.template.slice(8)} ${due.step}`])
    }
  }
  return { recorded, sent }
}

export const daily = (from: CivilDate, days: number): CivilDate[] =>
  Array.from({ length: days }, (_, i) => addDays(from, i))
