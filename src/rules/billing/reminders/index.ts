export { dueReminders, isStillDue, type ReminderMoment } from "./due-reminders"
export { NEWS_DAYS } from "./due-step"
export { isDirectDebit } from "./is-direct-debit"
export { MOST_SENDS, waitAfterFailure } from "./next-send"
export {
  toRemindedAttempt,
  toRemindedInvoice,
  toRemindedSubscription,
  type RemindedAttemptColumns,
  type RemindedInvoiceColumns,
  type RemindedSubscriptionColumns,
} from "./reminded-columns"
export { remindedServices } from "./reminded-services"
export {
  isSameReminder,
  REMINDER_STATUSES,
  REMINDER_SUBJECTS,
  type ReminderKey,
  type ReminderStatus,
  type ReminderSubject,
} from "./reminder"
export type {
  InvoiceReminderData,
  PriceReminderData,
  RemindedService,
  Reminder,
  ReminderData,
  RenewalReminderData,
} from "./reminder-data"
export type {
  RemindedAttempt,
  RemindedInvoice,
  RemindedMethod,
  RemindedSubscription,
  ReminderFacts,
} from "./reminder-facts"
export { reminderLanguage, reminderLocale } from "./reminder-language"
export {
  DEFAULT_REMINDER_SETTINGS,
  REMINDER_LANGUAGES,
  validateReminderSettings,
  type ReminderLanguage,
  type ReminderSettings,
  type ReminderSettingsProblem,
} from "./reminder-settings"
export {
  DATA_OF_EVERY_REMINDER,
  REMINDER_TEMPLATE_NAMES,
  REMINDER_TEMPLATES,
  type ReminderTemplate,
} from "./reminder-templates"
export { lastDayOf } from "./reminders-of-subscription"
export { isGivenForAll, isNoticeOf, isNoticeOfCharge, type RecordedNotice } from "./is-given-for-all"
