import type { ReminderSettingsAnswer } from "../../../../contracts/billing/reminders"
import { MOST_REMINDER_DAYS, MOST_REMINDERS } from "../../../../rules/billing/reminders/reminder-settings"

/** The settings as they are typed: lists of days as "7, 5, 3, 1". */
export interface ReminderSettingsForm {
  days: string
  trial_days: string
  overdue_days: string
  card_days: string
  debit_days: string
  language: ReminderSettingsAnswer["language"]
  off: ReminderSettingsAnswer["off"]
}

export const LISTS_OF_DAYS = ["days", "trial_days", "overdue_days"] as const
export const SINGLE_DAYS = ["card_days", "debit_days"] as const

export const toReminderForm = (settings: ReminderSettingsAnswer): ReminderSettingsForm => ({
  days: settings.days.join(", "),
  trial_days: settings.trial_days.join(", "),
  overdue_days: settings.overdue_days.join(", "),
  card_days: String(settings.card_days),
  debit_days: String(settings.debit_days),
  language: settings.language,
  off: settings.off,
})

export const toReminderBody = (form: ReminderSettingsForm) => ({
  days: readDays(form.days) ?? [],
  trial_days: readDays(form.trial_days) ?? [],
  overdue_days: readDays(form.overdue_days) ?? [],
  card_days: Number(form.card_days),
  debit_days: Number(form.debit_days),
  language: form.language,
  off: form.off,
})

/** Days that were typed, between commas, semicolons or spaces; null: that is no list of days. Nothing typed: none. */
export function readDays(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter(Boolean)
  const days = parts.map(Number)
  const areRight =
    parts.every((part) => /^\d{1,3}$/.test(part)) &&
    days.every((day) => day >= 1 && day <= MOST_REMINDER_DAYS) &&
    days.length <= MOST_REMINDERS &&
    new Set(days).size === days.length
  return areRight ? days : null
}
