import { addDays, compareDates, type CivilDate } from "../../calendar"
import { nextBill } from "../renewals/next-bill"
import { endOf } from "../subscriptions/end-of"
import { isFinal } from "../subscriptions/billable"
import { isNews, stepBefore } from "./due-step"
import type { ReminderKey } from "./reminder"
import type { RemindedSubscription } from "./reminder-facts"
import type { ReminderSettings } from "./reminder-settings"
import type { ReminderTemplate } from "./reminder-templates"

interface Moment {
  settings: ReminderSettings
  asOf: CivilDate
}

/** What a subscription's customer is to hear of on a date: the renewal, the end, the card, what was done to it. */
export function remindersOfSubscription(facts: RemindedSubscription, moment: Moment): ReminderKey[] {
  return [
    ...beforeBill(facts, moment),
    ...beforeEnd(facts, moment),
    ...ofCard(facts, moment),
    ...ofState(facts, moment),
    ...ofPrice(facts, moment),
  ]
}

const ofSubscription = (
  { subscription }: RemindedSubscription,
  { template, step, on }: { template: ReminderTemplate; step: number | string | null; on: CivilDate },
): ReminderKey[] =>
  step === null
    ? []
    : [{ template, subject: "subscription", subject_id: subscription.id, step: String(step), on_date: on }]

/** A direct debit is announced by itself; after that, the usual countdown goes on. */
function beforeBill(facts: RemindedSubscription, { settings, asOf }: Moment): ReminderKey[] {
  const { subscription, method, startedOn } = facts
  const bill = nextBill(subscription)
  if (!bill) {
    return []
  }
  const countdown = { date: bill.dueOn, asOf, after: startedOn }
  const remind = (template: ReminderTemplate, days: readonly number[]): ReminderKey[] =>
    ofSubscription(facts, { template, step: stepBefore({ ...countdown, days }), on: bill.dueOn })
  if (subscription.status === "trialing") {
    return remind("billing.trial_ending", settings.trialDays)
  }
  if (subscription.collectionMethod === "send_invoice") {
    return []
  }
  return method?.isDirectDebit ? withDebit(remind, settings) : remind("billing.renewal_upcoming", settings.days)
}

function withDebit(
  remind: (template: ReminderTemplate, days: readonly number[]) => ReminderKey[],
  { days, debitDays, off }: ReminderSettings,
): ReminderKey[] {
  const isCountedDown = !off.includes("billing.renewal_upcoming")
  const later = remind(
    "billing.renewal_upcoming",
    days.filter((day) => isCountedDown && day < debitDays),
  )
  // After a downtime, the latest of the two says it all.
  return later.length ? later : remind("billing.debit_announced", [debitDays])
}

function beforeEnd(facts: RemindedSubscription, { settings, asOf }: Moment): ReminderKey[] {
  const { subscription, startedOn, isToChange = false } = facts
  const end = endOf(subscription)
  const goesOn = isToChange && end?.to === "expired"
  if (!end || goesOn || isFinal(subscription.status) || subscription.status === "pending") {
    return []
  }
  const step = stepBefore({ days: settings.days, date: end.on, asOf, after: startedOn })
  return ofSubscription(facts, { template: "billing.expiry_upcoming", step, on: end.on })
}

/** The last day of a month. */
export const lastDayOf = (month: string): CivilDate => {
  const [year = 0, number = 0] = month.split("-").map(Number)
  const next =
    number === 12
      ? `${String(year + 1).padStart(4, "0")}-01-01`
      : `${month.slice(0, 5)}${String(number + 1).padStart(2, "0")}-01`
  return addDays(next, -1)
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** Once per customer and card, however many subscriptions it pays for. The last day counts: the card still works. */
function ofCard(facts: RemindedSubscription, { settings, asOf }: Moment): ReminderKey[] {
  const { subscription, method, customerId } = facts
  const willBeCharged = subscription.collectionMethod === "charge_automatically" && nextBill(subscription) !== null
  if (!method?.expires || !MONTH.test(method.expires) || !willBeCharged) {
    return []
  }
  const on = lastDayOf(method.expires)
  const step = stepBefore({ days: [settings.cardDays + 1], date: addDays(on, 1), asOf })
  return step === null
    ? []
    : [
        {
          template: "billing.card_expiring",
          subject: "payment_method",
          subject_id: `${customerId ?? subscription.id}:${method.id}`,
          step: "expiring",
          on_date: on,
        },
      ]
}

/** Each time that it is suspended, and when it is ended for not being paid. */
function ofState(facts: RemindedSubscription, { asOf }: Moment): ReminderKey[] {
  const { subscription, suspendedOn, terminatedOn } = facts
  const isSuspended = subscription.status === "suspended" && suspendedOn !== null && isNews(suspendedOn, asOf)
  const isTerminated = isFinal(subscription.status) && terminatedOn !== null && isNews(terminatedOn, asOf)
  return [
    ...(isSuspended
      ? ofSubscription(facts, { template: "billing.suspended", step: "suspended", on: suspendedOn })
      : []),
    ...(isTerminated && (!suspendedOn || compareDates(suspendedOn, terminatedOn) <= 0)
      ? ofSubscription(facts, { template: "billing.terminated", step: "terminated", on: terminatedOn })
      : []),
  ]
}

/** A new price is told from its day on until it holds; consent is asked for until the last day of an answer. */
function ofPrice(facts: RemindedSubscription, { asOf }: Moment): ReminderKey[] {
  const change = facts.priceChange
  if (!change || isFinal(facts.subscription.status) || compareDates(change.tellOn, asOf) > 0) {
    return []
  }
  const { id: step, status, effectiveOn: on, answerUntil } = change
  if (status === "asked") {
    const isOver = answerUntil === null || compareDates(asOf, answerUntil) > 0
    return isOver ? [] : ofSubscription(facts, { template: "billing.price_consent", step, on })
  }
  const isTold = status === "announced" && compareDates(asOf, on) < 0
  return isTold ? ofSubscription(facts, { template: "billing.price_change", step, on }) : []
}
