import { isDirectDebit } from "./is-direct-debit"
import type { ReminderKey, ReminderStatus } from "./reminder"
import type { ReminderTemplate } from "./reminder-templates"

const CHARGED: readonly ReminderTemplate[] = ["billing.renewal_upcoming", "billing.debit_announced"]

/** Whether a reminder announces what will be charged: where invoices are put together, it is given once for all that are. */
export const isNoticeOfCharge = ({ template }: Pick<ReminderKey, "template">): boolean =>
  CHARGED.includes(template) || template === "billing.trial_ending"

/** A trial's end is told by itself, as it can be cancelled until then; what is charged is one notice, whatever it is charged to. */
export const isNoticeOf = ({ template }: Pick<ReminderKey, "template">, { status }: { status: string }): boolean =>
  (template === "billing.trial_ending") === (status === "trialing")

export interface RecordedNotice extends ReminderKey {
  id: string
  status: ReminderStatus
}

/** What will stand on one invoice, as far as one notice is about it. */
export interface NoticedInvoice {
  /** The subscription whose method is charged. */
  lead: { id: string; payment_method: Record<string, unknown> | null }
  /** The reminders of all subscriptions on it. */
  recorded: readonly RecordedNotice[]
}

/**
 * Whether a notice is the one that is given: of those of one invoice and one number of days, the lead's, else the first one's
 * that there is. None after one was given, and no debit is announced where a card is charged. Two workers that ask come to
 * the same one.
 */
export function isGivenForAll(notice: RecordedNotice, { lead, recorded }: NoticedInvoice): boolean {
  const others = recorded.filter(
    (one) => one.id !== notice.id && one.status !== "skipped" && isOfSameDays(one, notice) && isFitting(one, lead),
  )
  if (!isFitting(notice, lead) || others.some(({ status }) => status === "sent")) {
    return false
  }
  const [speaker] = [notice, ...others].sort((a, b) => rank(a, lead.id) - rank(b, lead.id) || compareIds(a, b))
  return speaker?.id === notice.id
}

const isOfSameDays = (a: RecordedNotice, b: RecordedNotice): boolean =>
  a.on_date === b.on_date &&
  a.step === b.step &&
  isNoticeOfCharge(a) &&
  (a.template === "billing.trial_ending") === (b.template === "billing.trial_ending")

function isFitting({ template }: RecordedNotice, { payment_method }: NoticedInvoice["lead"]): boolean {
  const brand = payment_method?.brand
  return template !== "billing.debit_announced" || isDirectDebit(typeof brand === "string" ? brand : null)
}

const rank = ({ subject_id }: RecordedNotice, leadId: string): number => (subject_id === leadId ? 0 : 1)

const compareIds = (a: RecordedNotice, b: RecordedNotice): number => (a.subject_id < b.subject_id ? -1 : 1)
