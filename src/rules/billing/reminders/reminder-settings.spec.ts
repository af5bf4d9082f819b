import { isDirectDebit } from "./is-direct-debit"
import { MOST_SENDS, waitAfterFailure } from "./next-send"
import { reminderLanguage, reminderLocale } from "./reminder-language"
import { DEFAULT_REMINDER_SETTINGS, validateReminderSettings, type ReminderSettings } from "./reminder-settings"

const problemsOf = (changes: Partial<ReminderSettings>): string[] =>
  validateReminderSettings({ ...DEFAULT_REMINDER_SETTINGS, ...changes }).map(({ field }) => field)

describe("B37: the settings of reminders", () => {
  it("take the defaults, and none at all", () => {
    expect(problemsOf({})).toEqual([])
    expect(problemsOf({ days: [], trialDays: [], overdueDays: [] })).toEqual([])
  })

  it.each([
    ["days", { days: [7, 0] }],
    ["days", { days: [1.5] }],
    ["days", { days: [3, 3] }],
    ["days", { days: Array.from({ length: 11 }, (_, i) => i + 1) }],
    ["trial_days", { trialDays: [91] }],
    ["overdue_days", { overdueDays: [-1] }],
    ["card_days", { cardDays: 0 }],
    ["debit_days", { debitDays: 91 }],
    ["off", { off: ["billing.nothing" as "billing.overdue"] }],
  ])("refuse in %s %j", (field, changes) => {
    expect(problemsOf(changes)).toEqual([field])
  })

  it("choose the reader's language, else the store's", () => {
    expect(reminderLanguage(["fr-CH", "en"], "en")).toBe("fr")
    expect(reminderLanguage([null, "de-DE"], "fr")).toBe("fr")
    expect(reminderLanguage(["french"], "en")).toBe("en")
    expect(reminderLocale([null, "fr-CH"], "fr")).toBe("fr-CH")
    expect(reminderLocale(["de"], "en")).toBe("en")
    expect(reminderLocale(["fr-<script>"], "fr")).toBe("fr")
  })

  it("know a debit by its brand", () => {
    expect(["sepa_debit", "bacs_debit", "us_bank_account", "ach", "demo_debit"].every(isDirectDebit)).toBe(true)
    expect(["visa", "demo", "debitcard", null].some(isDirectDebit)).toBe(false)
  })

  it("send at most five times, with longer and longer waits", () => {
    expect([1, 2, 3, 4, 5].map(waitAfterFailure)).toEqual([1, 5, 30, 180, null])
    expect(MOST_SENDS).toBe(5)
  })
})
