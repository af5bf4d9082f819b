import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimReminders,
  finishReminder,
  type ReminderOutcome,
  type ReminderRow,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import { isStillDue, type Reminder, type ReminderSettings } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { inSmallerBatches } from "../runs/in-smaller-batches"
import { limitConcurrency } from "../charges/limit-concurrency"
import { loadNotices, type NoticedGroup } from "./load-notices"
import { loadReminderDetails, type ReminderDetails } from "./load-reminder-details"
import { loadRecorded, loadReminderFacts, type SubjectFacts } from "./load-reminder-facts"
import { reminderMessage, type ReminderMessage } from "./reminder-message"
import { afterFailure, sendReminder } from "./send-reminder"

interface Moment {
  settings: ReminderSettings
  asOf: CivilDate
}

const BATCH = 50
/** Mails under way at once in one process. */
const CONCURRENCY = 8
/** A lost worker's reminders are taken over after this; more than a batch takes with a slow mail server. */
const LEASE_SECONDS = 300
/** At most so many in one tick: billing comes first, and the next tick goes on. */
const MOST_BATCHES = 20

/** Sends what waits, in claimed batches: any number of processes share the work. Returns how many were handled. */
export async function sendReminders(container: MedusaContainer, moment: Moment): Promise<number> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const limit = limitConcurrency(CONCURRENCY)
  let handled = 0
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const claimed = await claimReminders(knex, { limit: BATCH, seconds: LEASE_SECONDS })
    if (!claimed.length) {
      break
    }
    const ready: Claimed[] = []
    try {
      await inSmallerBatches(claimed, {
        most: BATCH,
        work: async (rows) => ready.push(...(await loadClaimed(container, rows, moment))),
        // One whose subject is broken waits, and is given up in the end, as one that its provider refuses.
        failed: (row, error) => finishReminder(knex, row, afterFailure(row, error)),
      })
    } finally {
      await Promise.all(
        ready.map((claim) =>
          limit(async () => finishReminder(knex, claim.row, await outcomeOf(container, claim, moment))),
        ),
      )
    }
    handled += claimed.length
  }
  return handled
}

interface Claimed {
  row: ReminderRow
  details: ReminderDetails
  isDue: boolean
  /** What a notice of a charge announces; null: it is none, or nothing is charged any more. */
  notice: NoticedGroup | null
}

/** What is sent of these, as it is today. */
async function loadClaimed(container: MedusaContainer, rows: ReminderRow[], moment: Moment): Promise<Claimed[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const isDue = await loadStillDue(knex, rows, moment)
  const details = await loadReminderDetails(container, rows)
  const notices = await loadNotices(container, rows)
  return rows.map((row) => ({ row, details, isDue: isDue(row), notice: notices.get(row.id) ?? null }))
}

/** What an admin has asked for is sent whatever is so today, with what was said then. */
async function outcomeOf(
  container: MedusaContainer,
  { row, details, isDue, notice }: Claimed,
  { settings, asOf }: Moment,
): Promise<ReminderOutcome> {
  if (!row.asked_by && !isDue) {
    return { status: "skipped", reason: "over" }
  }
  if (!row.asked_by && notice?.isGiven === false) {
    return { status: "skipped", reason: "told_together" }
  }
  let message: ReminderMessage | null
  try {
    message = await reminderMessage(container, { row, details, notice, asOf })
  } catch (error) {
    return afterFailure(row, error)
  }
  return message
    ? sendReminder(container, { row, message: asSaid(row, message), settings, asOf })
    : { status: "skipped", reason: "over" }
}

/** Asked for once more, a message says what it said. */
const asSaid = ({ asked_by, data, template }: ReminderRow, message: ReminderMessage): ReminderMessage =>
  asked_by && data ? { ...message, reminder: { template, data } as Reminder } : message

/** Asks the rule again for each claimed reminder. */
async function loadStillDue(
  knex: Database,
  claimed: ReminderRow[],
  moment: Moment,
): Promise<(row: ReminderRow) => boolean> {
  const of = (subjects: ReminderRow["subject"][], column: "subject_id" | "subscription_id"): string[] => [
    ...new Set(claimed.flatMap((row) => (subjects.includes(row.subject) ? (row[column] ?? []) : []))),
  ]
  const subjects = await loadReminderFacts(knex, {
    subscriptionIds: of(["subscription", "payment_method"], "subscription_id"),
    invoiceIds: of(["invoice"], "subject_id"),
    renewalIds: of(["renewal"], "subject_id"),
  })
  const recordedOf = await loadRecorded(knex, subjects, moment.asOf)
  return (row) => {
    const subject = subjects.find((one) => isSubjectOf(row, one))
    const recorded = subject ? recordedOf(subject).filter(({ id }) => id !== row.id) : []
    return isStillDue(row, subject?.facts ?? null, { ...moment, recorded })
  }
}

function isSubjectOf(row: ReminderRow, { facts }: SubjectFacts): boolean {
  switch (facts.kind) {
    case "subscription":
      return (
        (row.subject === "subscription" || row.subject === "payment_method") &&
        facts.subscription.id === row.subscription_id
      )
    case "invoice":
      return row.subject === "invoice" && facts.id === row.subject_id
    case "renewal":
      return row.subject === "renewal" && facts.renewalId === row.subject_id
  }
}
