import type { CivilDate } from "../../calendar"
import { isPositive } from "../../money"
import { isNews, stepAfter, stepBefore } from "./due-step"
import type { ReminderKey } from "./reminder"
import type { RemindedInvoice } from "./reminder-facts"
import type { ReminderSettings } from "./reminder-settings"
import type { ReminderTemplate } from "./reminder-templates"

/**
 * What an invoice's customer is to hear of on a date. Only what the customer has to pay is announced and counted down; a
 * payment is confirmed whatever it was made with.
 */
export function remindersOfInvoice(
  facts: RemindedInvoice,
  { settings, asOf }: { settings: ReminderSettings; asOf: CivilDate },
): ReminderKey[] {
  const remind = (template: ReminderTemplate, step: number | string | null, on: CivilDate): ReminderKey[] =>
    step === null ? [] : [{ template, subject: "invoice", subject_id: facts.id, step: String(step), on_date: on }]
  const { dueOn, issuedOn, isOpen } = facts
  if (facts.documentKind === "credit_note") {
    return isNews(issuedOn, asOf) ? remind("billing.credit_note_issued", "issued", issuedOn) : []
  }
  // What an edit came to is charged by nobody: its customer is asked for it.
  const isSent = isOpen && (facts.collectionMethod === "send_invoice" || facts.isOfEdit === true)
  const isOwed = isOpen && (isSent || facts.isOfRenewal) && !facts.isBeingCollected
  const due = stepBefore({ days: settings.days, date: dueOn, asOf, after: issuedOn })
  const overdue = stepAfter({ days: settings.overdueDays, date: dueOn, asOf })
  return [
    ...(isSent && isNews(issuedOn, asOf) ? remind("billing.invoice_issued", "issued", issuedOn) : []),
    ...(isSent && !facts.isBeingCollected ? remind("billing.invoice_due", due, dueOn) : []),
    ...(isOwed ? remind("billing.overdue", overdue, dueOn) : []),
    ...ofReturn(facts, asOf).flatMap(({ id, on }) => remind("billing.payment_returned", id, on)),
    ...ofPayment(facts, asOf).flatMap((step) => remind("billing.payment_received", step, issuedOn)),
  ]
}

/** A payment that was taken back, as long as the invoice asks for it. */
const ofReturn = ({ isOpen, returned }: RemindedInvoice, asOf: CivilDate) =>
  isOpen && returned && isNews(returned.on, asOf) ? [returned] : []

/** Each sum that it comes to, by its day: of two payments that come at once, one message says it. */
const ofPayment = ({ paidTotal, paidOn }: RemindedInvoice, asOf: CivilDate): string[] =>
  isPositive(paidTotal) && paidOn !== null && isNews(paidOn, asOf) ? [`paid ${paidTotal} on ${paidOn}`] : []
