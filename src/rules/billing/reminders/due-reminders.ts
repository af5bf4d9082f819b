import type { CivilDate } from "../../calendar"
import { isOfSameFact, isSameReminder, type ReminderKey } from "./reminder"
import type { ReminderFacts } from "./reminder-facts"
import type { ReminderSettings } from "./reminder-settings"
import { remindersOfAttempt } from "./reminders-of-attempt"
import { remindersOfInvoice } from "./reminders-of-invoice"
import { remindersOfSubscription } from "./reminders-of-subscription"

export interface ReminderMoment {
  settings: ReminderSettings
  asOf: CivilDate
  /** What there is already of these facts, in any state. */
  recorded: readonly ReminderKey[]
}

/**
 * The reminders that are due on a date and not recorded yet. Laws: each is named once, whatever the order and number of
 * the dates asked for; none after what it warns of is over; after a gap, only the latest of a countdown.
 */
export function dueReminders(facts: ReminderFacts, { settings, asOf, recorded }: ReminderMoment): ReminderKey[] {
  return remindersOf(facts, { settings, asOf }).filter(
    (due) => !settings.off.includes(due.template) && !recorded.some((one) => isSaidBy(due, one)),
  )
}

function remindersOf(facts: ReminderFacts, moment: Omit<ReminderMoment, "recorded">): ReminderKey[] {
  switch (facts.kind) {
    case "subscription":
      return remindersOfSubscription(facts, moment)
    case "invoice":
      return remindersOfInvoice(facts, moment)
    case "renewal":
      return remindersOfAttempt(facts, moment)
  }
}

/** Whether a recorded one says as much: it is the same, or a later step of the same countdown. */
function isSaidBy(due: ReminderKey, recorded: ReminderKey): boolean {
  return isOfSameFact(due, recorded) && (isSameReminder(due, recorded) || isLaterStep(recorded, due))
}

/** Steps that are no numbers do not follow each other. */
function isLaterStep(one: ReminderKey, than: ReminderKey): boolean {
  const [a, b] = [Number(one.step), Number(than.step)]
  return than.template === "billing.overdue" ? a > b : a < b
}

/** Whether a recorded reminder still says what is so: the rule, asked again, names it. `recorded` are the others. */
export function isStillDue(reminder: ReminderKey, facts: ReminderFacts | null, moment: ReminderMoment): boolean {
  return facts !== null && dueReminders(facts, moment).some((due) => isSameReminder(due, reminder))
}
