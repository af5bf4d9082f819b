import type { CivilDate } from "../../calendar"
import { isNews } from "./due-step"
import type { ReminderKey } from "./reminder"
import type { RemindedAttempt } from "./reminder-facts"

/** What the customer is to hear of the latest attempt to collect a renewal, as long as the renewal is owed. */
export function remindersOfAttempt(facts: RemindedAttempt, { asOf }: { asOf: CivilDate }): ReminderKey[] {
  const { renewalId, renewalStatus, dueOn, number, status, attemptedOn } = facts
  const isOwed = renewalStatus === "issued" || renewalStatus === "failed"
  if (!isOwed || !isNews(attemptedOn, asOf)) {
    return []
  }
  const about = { subject: "renewal" as const, subject_id: renewalId, step: `attempt ${number}`, on_date: dueOn }
  if (status === "requires_action") {
    return [{ template: "billing.action_required", ...about }]
  }
  return status === "soft_declined" || status === "hard_declined"
    ? [{ template: "billing.payment_failed", ...about }]
    : []
}
