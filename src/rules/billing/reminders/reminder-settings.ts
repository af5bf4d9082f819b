import { REMINDER_TEMPLATE_NAMES, type ReminderTemplate } from "./reminder-templates"

/** The languages that the plugin's own texts are written in. */
export const REMINDER_LANGUAGES = ["en", "fr"] as const
export type ReminderLanguage = (typeof REMINDER_LANGUAGES)[number]

/** When which messages are sent. */
export interface ReminderSettings {
  /** Days before a renewal, an end, or an invoice's due date. */
  days: number[]
  /** Days before a trial's end. */
  trialDays: number[]
  /** Days after an invoice's due date. */
  overdueDays: number[]
  /** Days before a card's last day. */
  cardDays: number
  /** Days before a direct debit. */
  debitDays: number
  /** Messages that are not sent. */
  off: ReminderTemplate[]
  /** Of those whose own language is not known, or has no texts. */
  language: ReminderLanguage
}

export const DEFAULT_REMINDER_SETTINGS: ReminderSettings = {
  days: [7, 5, 3, 1],
  trialDays: [7, 1],
  overdueDays: [1, 7],
  cardDays: 30,
  debitDays: 14,
  off: [],
  language: "en",
}

/** More would be a nuisance, and nobody plans further ahead. */
export const MOST_REMINDERS = 10
export const MOST_REMINDER_DAYS = 90

export interface ReminderSettingsProblem {
  field: "days" | "trial_days" | "overdue_days" | "card_days" | "debit_days" | "off"
  reason: string
}

const isDays = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= MOST_REMINDER_DAYS

/** What is wrong with settings; empty: nothing. */
export function validateReminderSettings(settings: ReminderSettings): ReminderSettingsProblem[] {
  const lists = [
    ["days", settings.days],
    ["trial_days", settings.trialDays],
    ["overdue_days", settings.overdueDays],
  ] as const
  const ofLists = lists.flatMap(([field, days]): ReminderSettingsProblem[] => [
    ...(days.every(isDays) ? [] : [{ field, reason: `takes whole numbers from 1 to ${MOST_REMINDER_DAYS}` }]),
    ...(days.length > MOST_REMINDERS ? [{ field, reason: `takes at most ${MOST_REMINDERS} numbers` }] : []),
    ...(new Set(days).size < days.length ? [{ field, reason: "names a number of days twice" }] : []),
  ])
  const single = [
    ["card_days", settings.cardDays],
    ["debit_days", settings.debitDays],
  ] as const
  const ofSingle = single.flatMap(([field, days]): ReminderSettingsProblem[] =>
    isDays(days) ? [] : [{ field, reason: `takes a whole number from 1 to ${MOST_REMINDER_DAYS}` }],
  )
  const unknown = settings.off.filter((template) => !REMINDER_TEMPLATE_NAMES.includes(template))
  return [
    ...ofLists,
    ...ofSingle,
    ...(unknown.length ? [{ field: "off" as const, reason: `${unknown.join(", ")} is no message` }] : []),
  ]
}
