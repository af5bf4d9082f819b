import { remindedAttempts, remindedInvoices, remindedSubscriptions, recordedReminders } from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import {
  toRemindedAttempt,
  toRemindedInvoice,
  toRemindedSubscription,
  type ReminderFacts,
  type ReminderKey,
} from "../../../rules/billing"
import { addDays, type CivilDate } from "../../../rules/calendar"

/** What reminders are decided on, with what they belong to. */
export interface SubjectFacts {
  facts: ReminderFacts
  subscription_id: string | null
  invoice_id: string | null
  customer_id: string | null
}

export interface SubjectIds {
  subscriptionIds?: string[]
  invoiceIds?: string[]
  renewalIds?: string[]
}

/** Loads the facts of these subjects, in three statements. */
export async function loadReminderFacts(
  knex: Database,
  { subscriptionIds = [], invoiceIds = [], renewalIds = [] }: SubjectIds,
): Promise<SubjectFacts[]> {
  const subscriptions = await remindedSubscriptions(knex, subscriptionIds)
  const invoices = await remindedInvoices(knex, invoiceIds)
  const attempts = await remindedAttempts(knex, renewalIds)
  return [
    ...subscriptions.map((row) => ({
      facts: toRemindedSubscription(row),
      subscription_id: row.id,
      invoice_id: null,
      customer_id: row.customer_id,
    })),
    ...invoices.map((row) => ({
      facts: toRemindedInvoice(row),
      subscription_id: row.subscription_id,
      invoice_id: row.id,
      customer_id: row.customer_id,
    })),
    ...attempts.map((row) => ({
      facts: toRemindedAttempt(row),
      subscription_id: row.subscription_id,
      invoice_id: row.invoice_id,
      customer_id: row.customer_id,
    })),
  ]
}

/** The ids under which reminders of a subject are recorded; a saved card has its own. */
function subjectIdsOf({ facts, customer_id }: SubjectFacts): string[] {
  switch (facts.kind) {
    case "subscription": {
      const { subscription, method } = facts
      return [subscription.id, ...(method ? [`${customer_id ?? subscription.id}:${method.id}`] : [])]
    }
    case "invoice":
      return [facts.id]
    case "renewal":
      return [facts.renewalId]
  }
}

/** Facts older than this are over, whatever they are. */
const OLDEST_DAYS = 120

/** What is recorded of these subjects already, by the ids that it is recorded under. */
export async function loadRecorded(
  knex: Database,
  subjects: SubjectFacts[],
  asOf: CivilDate,
): Promise<(subject: SubjectFacts) => (ReminderKey & { id: string })[]> {
  const subjectIds = [...new Set(subjects.flatMap(subjectIdsOf))]
  const recorded = await recordedReminders(knex, { subjectIds, since: addDays(asOf, -OLDEST_DAYS) })
  const byId = new Map<string, (ReminderKey & { id: string })[]>()
  for (const one of recorded) {
    byId.set(one.subject_id, [...(byId.get(one.subject_id) ?? []), one])
  }
  return (subject) => subjectIdsOf(subject).flatMap((id) => byId.get(id) ?? [])
}
