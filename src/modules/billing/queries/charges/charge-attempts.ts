import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChargeOutcome, ChargeStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"

/** A new attempt. `id` and `idempotency_key` are derived from renewal and number. */
export interface NewChargeAttempt {
  id: string
  renewal_id: string
  subscription_id: string
  number: number
  idempotency_key: string
  amount: Decimal
  currency_code: string
  payment_provider_id: string
  payment_session_id: string
  payment_method: Record<string, unknown> | null
  as_of: CivilDate
}

/** A stored attempt. `age_hours` is by the database's clock. */
export interface ChargeAttemptRecord extends NewChargeAttempt {
  status: ChargeStatus
  reason: string | null
  payment_id: string | null
  /** null: nothing was sent to the provider. */
  sent_at: Date | null
  age_hours: number
}

export interface FinishedAttempt {
  id: string
  outcome: ChargeOutcome
  payment_id: string | null
  /** The provider's own id of the payment. */
  provider_reference: string | null
}

/** The states that block another attempt of the renewal. */
const OPEN_STATUSES: ChargeStatus[] = ["started", "unknown", "requires_action", "processing", "paid"]

/**
 * Stores attempts before anything is charged, and returns the current one of each renewal: the open or paid one if
 * there is one, else the new one. Existing attempts stay unchanged. A renewal that is no longer to be collected (paid
 * elsewhere, or its subscription ended since it was claimed) gets none.
 */
export async function openChargeAttempts(
  knex: Knex,
  asked: NewChargeAttempt[],
  renewalIds: string[],
): Promise<ChargeAttemptRecord[]> {
  await knex.transaction(async (trx) => insertAttempts(trx, asked, await lockClosedRenewals(trx, asked)))
  const existing: ChargeAttemptRecord[] = await knex("billing_charge_attempt")
    .whereIn("renewal_id", renewalIds)
    .whereNull("deleted_at")
    .select("*", knex.raw("cast(extract(epoch from now() - created_at) / 3600 as double precision) as age_hours"))
  const askedIds = new Set(asked.map(({ id }) => id))
  const counting = new Map<string, ChargeAttemptRecord>()
  for (const row of existing) {
    if (OPEN_STATUSES.includes(row.status)) {
      counting.set(row.renewal_id, row)
    } else if (askedIds.has(row.id) && !counting.has(row.renewal_id)) {
      counting.set(row.renewal_id, row)
    }
  }
  return [...counting.values()]
}

async function insertAttempts(trx: Knex, asked: NewChargeAttempt[], closed: Set<string>): Promise<void> {
  const rows = asked
    .filter(({ renewal_id }) => !closed.has(renewal_id))
    .map(({ amount, payment_method, ...row }) => ({
      ...row,
      ...amountColumns("amount", amount),
      payment_method: JSON.stringify(payment_method),
      status: "started",
    }))
  if (rows.length) {
    await trx("billing_charge_attempt").insert(rows).onConflict().ignore()
  }
}

/** Locks the renewals, so that a process that closes one waits and then finds the attempt; returns the closed ones. */
async function lockClosedRenewals(trx: Knex, asked: NewChargeAttempt[]): Promise<Set<string>> {
  const rows: { id: string; is_closed: boolean }[] = await trx("billing_renewal")
    .select("id", trx.raw("status not in ('issued', 'failed') or collect_on is null as is_closed"))
    .whereIn(
      "id",
      asked.map(({ renewal_id }) => renewal_id),
    )
    .orderBy("id")
    .forUpdate()
  return new Set(rows.flatMap(({ id, is_closed }) => (is_closed ? [id] : [])))
}

/** Records that requests are about to be sent, before any is: what was never sent can be withdrawn. */
export async function markAttemptsSent(knex: Knex, ids: string[]): Promise<void> {
  if (ids.length) {
    await knex("billing_charge_attempt").whereIn("id", ids).whereNull("sent_at").update({ sent_at: knex.fn.now() })
  }
}

/**
 * Marks the paid attempts of these renewals, all of whose money was given back, as returned. Answers the ids of the
 * renewals, each once: a second run finds none.
 */
export async function markAttemptsReturned(trx: Knex, renewalIds: string[]): Promise<string[]> {
  if (!renewalIds.length) {
    return []
  }
  return trx("billing_charge_attempt")
    .whereIn("renewal_id", renewalIds)
    .where("status", "paid")
    .whereNull("deleted_at")
    .update({ status: "returned", updated_at: trx.fn.now() })
    .returning("renewal_id")
    .then((rows: { renewal_id: string }[]) => rows.map(({ renewal_id }) => renewal_id))
}

/** Writes the outcomes of open attempts; a finished one never changes. */
export async function finishChargeAttempts(knex: Knex, finished: FinishedAttempt[]): Promise<void> {
  if (!finished.length) {
    return
  }
  const rows = finished.map(({ outcome, ...attempt }) => ({ ...attempt, ...outcome }))
  await knex.raw(
    `update billing_charge_attempt a set status = x.status, reason = x.reason, payment_id = x.payment_id,
       provider_reference = coalesce(x.provider_reference, a.provider_reference),
       finished_at = case when x.status in ('unknown', 'processing') then null else now() end, updated_at = now()
     from jsonb_to_recordset(cast(? as jsonb))
       as x(id text, status text, reason text, payment_id text, provider_reference text)
     where a.id = x.id and a.id = any(?) and a.status in ('started', 'unknown', 'requires_action', 'processing')`,
    [JSON.stringify(rows), rows.map(({ id }) => id)],
  )
}

/**
 * Runs `work` on the renewals that no other process is charging, under database locks: a killed process leaves none
 * behind, and unlike a lease they cannot run out while a provider is slow.
 */
export async function withRenewalsLocked<Result>(
  knex: Knex,
  renewalIds: string[],
  work: (free: Set<string>) => Promise<Result>,
): Promise<Result> {
  return knex.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `select id from jsonb_array_elements_text(cast(? as jsonb)) as id
       where pg_try_advisory_xact_lock(hashtextextended('billing-charge:' || id, 0))`,
      [JSON.stringify(renewalIds)],
    )
    return work(new Set(rows.map(({ id }) => id)))
  })
}

/** The attempts of these renewals that wait for the customer to confirm them. */
export async function attemptsToConfirm(knex: Knex, renewalIds: string[]): Promise<ChargeAttemptRecord[]> {
  if (!renewalIds.length) {
    return []
  }
  return knex("billing_charge_attempt")
    .whereIn("renewal_id", renewalIds)
    .where("status", "requires_action")
    .whereNull("deleted_at")
    .orderBy(["renewal_id", "number"])
    .select("*", knex.raw("0 as age_hours"))
}
