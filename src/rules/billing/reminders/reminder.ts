import type { CivilDate } from "../../calendar"
import type { ReminderTemplate } from "./reminder-templates"

export const REMINDER_SUBJECTS = ["subscription", "invoice", "renewal", "payment_method"] as const
export type ReminderSubject = (typeof REMINDER_SUBJECTS)[number]

/**
 * `waiting`: is to be sent; `sending`: a worker is at it; `failed`: given up; `skipped`: what it was to say was over before
 * it could be sent.
 */
export const REMINDER_STATUSES = ["waiting", "sending", "sent", "failed", "skipped"] as const
export type ReminderStatus = (typeof REMINDER_STATUSES)[number]

/** One message, by what it is about: there is at most one of each. */
export interface ReminderKey {
  template: ReminderTemplate
  subject: ReminderSubject
  subject_id: string
  /** Which of several on one fact: days before or after, the number of an attempt, what was paid. */
  step: string
  /** The date of the fact: of the renewal, the due date, the day of the suspension. */
  on_date: CivilDate
}

/** Whether two are about the same fact, whatever the step. */
export const isOfSameFact = (a: ReminderKey, b: ReminderKey): boolean =>
  a.template === b.template && a.subject_id === b.subject_id && a.on_date === b.on_date

export const isSameReminder = (a: ReminderKey, b: ReminderKey): boolean => isOfSameFact(a, b) && a.step === b.step
