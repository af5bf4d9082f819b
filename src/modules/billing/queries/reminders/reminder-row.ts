import type { Reminder, ReminderKey, ReminderStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

/** A reminder as it is stored. */
export interface ReminderRow extends ReminderKey {
  id: string
  subscription_id: string | null
  invoice_id: string | null
  customer_id: string | null
  status: ReminderStatus
  reason: string | null
  as_of: CivilDate
  attempts: number
  settled_attempts: number
  failures: number
  next_try_at: Date | null
  asked_by: string | null
  recipient: string | null
  locale: string | null
  /** As `ReminderData` has it for the template. */
  data: Reminder["data"] | null
  notification_id: string | null
  sent_on: CivilDate | null
  sent_at: Date | null
  created_at: Date
}
