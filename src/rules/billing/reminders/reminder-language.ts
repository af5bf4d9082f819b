import { REMINDER_LANGUAGES, type ReminderLanguage } from "./reminder-settings"

/** The language of a message: the first of these locales that there are texts in, else the store's. */
export function reminderLanguage(locales: readonly (string | null)[], store: ReminderLanguage): ReminderLanguage {
  const known = locales.flatMap((locale) => {
    const language = locale?.toLowerCase().split(/[-_]/)[0]
    return REMINDER_LANGUAGES.find((one) => one === language) ?? []
  })
  return known[0] ?? store
}

/** The locale that amounts and dates are written in: the reader's own where it is of the language. */
export function reminderLocale(locales: readonly (string | null)[], language: ReminderLanguage): string {
  const fitting = locales.find((locale) => locale && new RegExp(`^${language}(-[A-Za-z0-9]{2,8})*$`, "i").test(locale))
  return fitting ?? language
}
