import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  forgetUrls,
  type ReminderOutcome,
  type ReminderRow,
  sentNotification,
} from "../../../modules/billing"
import { renderReminder } from "../../../notifications/render-reminder"
import {
  reminderLanguage,
  reminderLocale,
  waitAfterFailure,
  type Reminder,
  type ReminderSettings,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { oneLine } from "../../../rules/text"
import { toError } from "../../errors/to-error"
import { priceAnswerUrl } from "../price-changes/price-answer-url"
import type { ReminderMessage } from "./reminder-message"
import { paymentUrlOf } from "./payment-url-of"

interface Sending {
  row: ReminderRow
  message: ReminderMessage
  settings: ReminderSettings
  asOf: CivilDate
}

const keyOf = ({ id }: ReminderRow, attempt: number): string => `${id}:${attempt}`

/** Hands a message to Medusa's notification module, once per attempt, and says what came of it. */
export async function sendReminder(
  container: MedusaContainer,
  { row, message, settings, asOf }: Sending,
): Promise<ReminderOutcome> {
  const language = reminderLanguage(message.locales, settings.language)
  const locale = reminderLocale(message.locales, language)
  const unsaid = { recipient: message.recipient, locale, data: message.reminder.data }
  if (!message.recipient) {
    return { status: "failed", reason: "no_address", ...unsaid }
  }
  const sent = {
    status: "sent" as const,
    recipient: message.recipient,
    locale,
    data: message.reminder.data,
    sent_on: asOf,
  }
  const earlier = await sentInDoubt(container, row)
  if (earlier) {
    return { ...sent, notification_id: earlier }
  }
  try {
    const payment_url = message.payable && (await paymentUrlOf(container, { invoiceId: message.payable, asOf }))
    const answer_url = message.asking && (await priceAnswerUrl(container, message.asking))
    const reminder = withUrls(message.reminder, { payment_url, answer_url })
    const content = renderReminder(reminder, { language, locale })
    return { ...sent, notification_id: await notify(container, { row, reminder, content, to: message.recipient }) }
  } catch (error) {
    return { ...afterFailure(row, error), ...unsaid }
  }
}

/** A message with the address that lets its reader in; what is stored goes without. */
const withUrls = (reminder: Reminder, urls: { payment_url: string | null; answer_url: string | null }): Reminder => {
  const own = Object.entries(urls).filter(([name]) => name in reminder.data)
  return { ...reminder, data: { ...reminder.data, ...Object.fromEntries(own) } } as Reminder
}

async function notify(
  container: MedusaContainer,
  given: { row: ReminderRow; reminder: Reminder; content: ReturnType<typeof renderReminder>; to: string },
): Promise<string | null> {
  const { row, reminder, content, to } = given
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const key = keyOf(row, row.attempts)
  try {
    const [notification] = await container.resolve(Modules.NOTIFICATION).createNotifications([
      {
        to,
        channel: "email",
        template: reminder.template,
        data: { ...reminder.data },
        content,
        idempotency_key: key,
        trigger_type: "billing.reminder",
        resource_type: row.invoice_id ? "invoice" : "subscription",
        resource_id: row.invoice_id ?? row.subscription_id,
        receiver_id: row.customer_id,
      },
    ])
    return notification?.id ?? null
  } finally {
    await forgetUrls(knex, key)
  }
}

/** The notification of an attempt whose worker was lost after it was sent; null: there is none. */
async function sentInDoubt(container: MedusaContainer, row: ReminderRow): Promise<string | null> {
  const count = row.attempts - 1 - row.settled_attempts
  if (count < 1) {
    return null
  }
  const keys = Array.from({ length: count }, (_, index) => keyOf(row, row.settled_attempts + 1 + index))
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  return sentNotification(knex, keys)
}

/** A failure is tried again with longer and longer waits, and in the end given up. */
export function afterFailure(
  { failures }: ReminderRow,
  error: unknown,
): Extract<ReminderOutcome, { status: "failed" | "waiting" }> {
  const reason = oneLine(toError(error).message)
  const minutes = waitAfterFailure(failures + 1)
  return minutes === null ? { status: "failed", reason } : { status: "waiting", reason, minutes }
}
