import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  ExitForm,
  ExitKind,
  ExitLanguage,
  ExitMailStatus,
  ExitReason,
  ExitStatus,
  ReceivedExit,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Actor } from "../../../core"

export interface ExitRequestRow {
  id: string
  kind: ExitKind
  status: ExitStatus
  region_id: string
  language: ExitLanguage
  name: string
  contract: string
  email: string
  reason: string | null
  is_for_cause: boolean
  wished_on: CivilDate | null
  form_key: string
  received_at: Date
  as_of: CivilDate
  subscription_id: string | null
  left_for: ExitReason | null
  note: string | null
  handled_by: string | null
  handled_on: CivilDate | null
  ends_on: CivilDate | null
  mail_status: ExitMailStatus
  mail_attempts: number
  mail_failures: number
  mail_reason: string | null
  mail_sent_at: Date | null
  next_try_at: Date | null
  created_at: Date
}

export interface NewExitRequest {
  id: string
  kind: ExitKind
  region_id: string
  language: ExitLanguage
  form: ExitForm
  form_key: string
  as_of: CivilDate
  received_at: string
  subscription_id: string | null
  /** null: the plugin carries it out. */
  left_for: ExitReason | null
}

const TABLE = "billing_exit_request"

/** Records a declaration; one form declares once, and the id is that of the first. */
export async function insertExitRequest(knex: Knex, { form, ...given }: NewExitRequest): Promise<string> {
  const { isForCause, wishedOn, ...typed } = form
  const row = {
    ...given,
    ...typed,
    is_for_cause: isForCause,
    wished_on: wishedOn,
    status: given.left_for === null ? "planned" : "open",
    mail_status: "waiting",
    next_try_at: knex.fn.now(),
  }
  await knex(TABLE).insert(row).onConflict(knex.raw("(form_key) where deleted_at is null")).ignore()
  const found = await knex(TABLE)
    .where({ form_key: given.form_key })
    .whereNull("deleted_at")
    .first<{ id: string }>("id")
  return found.id
}

/** A row as a list shows it. */
export type ListedExit = ExitRequestRow & { subscription_number: number | null }

const listed = (knex: Knex) =>
  knex(`${TABLE} as e`).whereNull("e.deleted_at").leftJoin("billing_subscription as s", "s.id", "e.subscription_id")

export async function findExitRequest(knex: Knex, id: string): Promise<ListedExit | undefined> {
  return listed(knex).where("e.id", id).first<ListedExit | undefined>("e.*", "s.display_id as subscription_number")
}

export interface ExitFilters {
  status?: ExitStatus[] | undefined
  kind?: ExitKind[] | undefined
}

/** One page of declarations, the latest first, and how many there are in all. */
export async function listExitRequests(
  knex: Knex,
  { status, kind }: ExitFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ exits: ListedExit[]; count: number }> {
  const matching = listed(knex)
  if (status?.length) {
    void matching.whereIn("e.status", status)
  }
  if (kind?.length) {
    void matching.whereIn("e.kind", kind)
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("e.id as count")
  const exits: ListedExit[] = await matching
    .clone()
    .select("e.*", "s.display_id as subscription_number")
    .orderBy("e.id", "desc")
    .limit(limit)
    .offset(offset)
  return { exits, count: Number(counted?.count ?? 0) }
}

/** Claims what the plugin has something to do for; a claim is a lease by the database's clock. `id`: this one alone. */
export async function claimExitRequests(
  knex: Knex,
  { limit, seconds, id }: { limit: number; seconds: number; id?: string | undefined },
): Promise<ExitRequestRow[]> {
  const { rows } = await knex.raw<{ rows: ExitRequestRow[] }>(
    `update ${TABLE} set mail_attempts = mail_attempts + 1,
       next_try_at = now() + make_interval(secs => :seconds), updated_at = now()
     where id in (select id from ${TABLE} where next_try_at <= now() and deleted_at is null ${id ? "and id = :id" : ""}
       order by next_try_at limit :limit for update skip locked)
     returning *`,
    { seconds, limit, ...(id ? { id } : {}) },
  )
  return rows
}

/** Moves a declaration on; false: somebody else has. */
export async function moveExitRequest(
  trx: Knex,
  { id, from, ...columns }: { id: string; from: ExitStatus[] } & ExitMove,
): Promise<boolean> {
  const moved = await trx(TABLE)
    .where({ id })
    .whereIn("status", from)
    .whereNull("deleted_at")
    .update({ ...columns, updated_at: trx.fn.now() })
  return moved === 1
}

export interface ExitMove {
  status?: ExitStatus
  subscription_id?: string
  left_for?: ExitReason | null
  note?: string | null
  handled_by?: Actor
  handled_on?: CivilDate
  ends_on?: CivilDate | null
}

/** Has the acknowledgement sent once more, from its first try on. */
export async function askForExitMail(trx: Knex, id: string): Promise<void> {
  await trx(TABLE)
    .where({ id })
    .update({ mail_status: "waiting", mail_failures: 0, mail_reason: null, next_try_at: trx.fn.now() })
}

/** What became of the mail; `minutes`: it is tried again after them. Another worker's claim is left alone. */
export async function finishExitMail(
  knex: Knex,
  { id, mail_attempts }: Pick<ExitRequestRow, "id" | "mail_attempts">,
  outcome: { status: "sent" } | { status: "failed"; reason: string; minutes: number | null },
): Promise<void> {
  const columns =
    outcome.status === "sent"
      ? { mail_status: "sent", mail_reason: null, mail_sent_at: knex.fn.now(), next_try_at: null }
      : {
          mail_status: outcome.minutes === null ? "failed" : "waiting",
          mail_reason: outcome.reason,
          mail_failures: knex.raw("mail_failures + 1"),
          next_try_at:
            outcome.minutes === null ? null : knex.raw("now() + make_interval(mins => ?)", [outcome.minutes]),
        }
  await knex(TABLE)
    .where({ id, mail_attempts })
    .update({ ...columns, updated_at: knex.fn.now() })
}

/** A declaration as the rules have it. */
export const toReceivedExit = (row: ExitRequestRow): ReceivedExit => ({
  id: row.id,
  kind: row.kind,
  language: row.language,
  name: row.name,
  contract: row.contract,
  email: row.email,
  reason: row.reason,
  isForCause: row.is_for_cause,
  wishedOn: row.wished_on,
  receivedAt: new Date(row.received_at).toISOString(),
  endsOn: row.ends_on,
})
