import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RecordedNotice, Reminder, ReminderKey } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { newId } from "../../../core"
import type { ReminderRow } from "./reminder-row"

const TABLE = "billing_reminder"

/** A reminder that has come due, with what it belongs to. */
export interface NewReminder extends ReminderKey {
  subscription_id: string | null
  invoice_id: string | null
  customer_id: string | null
  as_of: CivilDate
}

/** Records reminders to be sent; one that there is already stays as it is. Returns how many are new. */
export async function insertReminders(knex: Knex, reminders: NewReminder[]): Promise<number> {
  if (!reminders.length) {
    return 0
  }
  const { rowCount } = await knex.raw<{ rowCount: number }>(
    `insert into ${TABLE} (id, template, subject, subject_id, step, on_date, subscription_id, invoice_id, customer_id, as_of)
     select id, template, subject, subject_id, step, on_date, subscription_id, invoice_id, customer_id, as_of
     from jsonb_to_recordset(?::jsonb) as x(id text, template text, subject text, subject_id text, step text, on_date text,
       subscription_id text, invoice_id text, customer_id text, as_of text)
     on conflict (subject_id, template, on_date, step) where deleted_at is null do nothing`,
    [JSON.stringify(reminders.map((reminder) => ({ ...reminder, id: newId("brem") })))],
  )
  return rowCount
}

/** What there is already of these subjects, about facts since a date. */
export async function recordedReminders(
  knex: Knex,
  { subjectIds, since }: { subjectIds: string[]; since: CivilDate },
): Promise<RecordedNotice[]> {
  return subjectIds.length
    ? knex(TABLE)
        .select("id", "template", "subject", "subject_id", "step", "on_date", "status")
        .whereIn("subject_id", subjectIds)
        .where("on_date", ">=", since)
        .whereNull("deleted_at")
    : []
}

/**
 * Claims reminders that wait, or whose worker was lost: each gets the number of its next attempt. A claim is a lease by
 * the database's clock.
 */
export async function claimReminders(
  knex: Knex,
  { limit, seconds }: { limit: number; seconds: number },
): Promise<ReminderRow[]> {
  const { rows } = await knex.raw<{ rows: ReminderRow[] }>(
    `update ${TABLE} set status = 'sending', attempts = attempts + 1,
       next_try_at = now() + make_interval(secs => ?), updated_at = now()
     where id in (select id from ${TABLE} where next_try_at <= now() and deleted_at is null
       order by next_try_at limit ? for update skip locked)
     returning *`,
    [seconds, limit],
  )
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What has become of a claimed reminder. */
export type ReminderOutcome =
  | {
      status: "sent"
      recipient: string
      locale: string
      data: Reminder["data"]
      notification_id: string | null
      sent_on: CivilDate
    }
  | { status: "skipped"; reason: string }
  | ({ status: "failed"; reason: string } & Unsaid)
  /** To be tried again. */
  | ({ status: "waiting"; reason: string; minutes: number } & Unsaid)

/** What it was to say, and to whom, as far as that was known. */
export interface Unsaid {
  recipient?: string | null
  locale?: string
  data?: Reminder["data"]
}

/** Writes an outcome, unless another worker has taken the reminder over meanwhile. False then. */
export async function finishReminder(
  knex: Knex,
  { id, attempts }: Pick<ReminderRow, "id" | "attempts">,
  outcome: ReminderOutcome,
): Promise<boolean> {
  const written = await knex(TABLE)
    .where({ id, attempts, status: "sending" })
    .update({ ...columnsOf(knex, outcome), settled_attempts: attempts, updated_at: knex.fn.now() })
  return written === 1
}

function columnsOf(knex: Knex, outcome: ReminderOutcome): Record<string, unknown> {
  switch (outcome.status) {
    case "sent": {
      const { data, ...columns } = outcome
      const sent = { data: JSON.stringify(data), reason: null, failures: 0, asked_by: null }
      return { ...columns, ...sent, next_try_at: null, sent_at: knex.fn.now() }
    }
    case "waiting":
      return {
        ...unsaidColumns(outcome),
        status: "waiting",
        reason: outcome.reason,
        failures: knex.raw("failures + 1"),
        next_try_at: knex.raw("now() + make_interval(mins => ?)", [outcome.minutes]),
      }
    case "failed":
      return {
        ...unsaidColumns(outcome),
        status: "failed",
        reason: outcome.reason,
        failures: knex.raw("failures + 1"),
        next_try_at: null,
        asked_by: null,
      }
    case "skipped":
      return { ...outcome, next_try_at: null, asked_by: null }
  }
}

const unsaidColumns = ({ recipient, locale, data }: Unsaid): Record<string, unknown> => ({
  ...(recipient !== undefined && { recipient }),
  ...(locale !== undefined && { locale }),
  ...(data !== undefined && { data: JSON.stringify(data) }),
})

/** Has a reminder sent once more, whatever is so today. False where it waits or is being sent already. */
export async function askForReminder(knex: Knex, id: string, actor: string): Promise<boolean> {
  const asked = await knex(TABLE)
    .where({ id })
    .whereIn("status", ["sent", "failed", "skipped"])
    .whereNull("deleted_at")
    .update({
      status: "waiting",
      asked_by: actor,
      failures: 0,
      reason: null,
      next_try_at: knex.fn.now(),
      updated_at: knex.fn.now(),
    })
  return asked === 1
}
