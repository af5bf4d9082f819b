import type { ReminderAnswer, ReminderDetailAnswer } from "../../../../contracts/billing/reminders"
import type { ReminderRow } from "../../../../modules/billing"
import { renderReminder } from "../../../../notifications/render-reminder"
import { reminderLanguage, type Reminder } from "../../../../rules/billing"

/** A reminder as an admin sees it. */
export const presentReminder = (row: ReminderRow): ReminderAnswer => ({
  id: row.id,
  template: row.template,
  subject: row.subject,
  subject_id: row.subject_id,
  step: row.step,
  on_date: row.on_date,
  subscription_id: row.subscription_id,
  invoice_id: row.invoice_id,
  customer_id: row.customer_id,
  status: row.status,
  reason: row.reason,
  as_of: row.as_of,
  attempts: row.attempts,
  next_try_at: row.next_try_at?.toISOString() ?? null,
  recipient: row.recipient,
  sent_on: row.sent_on,
  sent_at: row.sent_at?.toISOString() ?? null,
  created_at: row.created_at.toISOString(),
})

/** With what it said, in the language in which it was sent. */
export function presentReminderDetail(row: ReminderRow): ReminderDetailAnswer {
  const { template, data, locale } = row
  const reminder = data && ({ template, data } as Reminder)
  const language = reminderLanguage([locale], "en")
  return {
    ...presentReminder(row),
    message: reminder && renderReminder(reminder, { language, locale: locale ?? language }),
  }
}
