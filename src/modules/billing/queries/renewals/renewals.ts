import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdvancedColumns, RenewalRecord } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { RenewalRow } from "../../rows"

const CHUNK = 500

/** Ids of the renewals without an order. */
export interface PreparingRenewals {
  /** Recorded now, so nothing of theirs exists yet. */
  fresh: string[]
  /** Left by a crashed worker: their orders may exist. */
  left: string[]
}

/**
 * Records that these cycles are being billed, before any of their orders exists. A cycle that is recorded already stays
 * as it is.
 */
export async function recordPreparingRenewals(knex: Knex, renewals: RenewalRecord[]): Promise<PreparingRenewals> {
  const preparing: PreparingRenewals = { fresh: [], left: [] }
  for (let from = 0; from < renewals.length; from += CHUNK) {
    const chunk = renewals.slice(from, from + CHUNK)
    const inserted: { id: string }[] = await knex("billing_renewal")
      .insert(chunk.map((renewal) => ({ ...renewal, status: "preparing" })))
      .onConflict(["subscription_id", "cycle"])
      .ignore()
      .returning("id")
    const fresh = new Set(inserted.map(({ id }) => id))
    const left = await begunAmong(
      knex,
      chunk.flatMap(({ id }) => (fresh.has(id) ? [] : [id])),
    )
    preparing.fresh.push(...fresh)
    preparing.left.push(...left)
  }
  return preparing
}

/** The renewals among these that a crashed worker has begun: their orders may exist. */
export async function begunAmong(knex: Knex, ids: string[]): Promise<Set<string>> {
  const rows: Pick<RenewalRow, "id">[] = ids.length
    ? await knex("billing_renewal").select("id").whereIn("id", ids).where("status", "preparing")
    : []
  return new Set(rows.map((row) => row.id))
}

/** Locks the renewals without an invoice, in id order, so that two workers cannot deadlock. */
export async function lockPreparingRenewals(trx: Knex, ids: string[]): Promise<Set<string>> {
  const rows: Pick<RenewalRow, "id">[] = await trx("billing_renewal")
    .select("id")
    .whereIn("id", ids)
    .where("status", "preparing")
    .orderBy("id")
    .forUpdate()
  return new Set(rows.map((row) => row.id))
}

export interface IssuedRenewal {
  id: string
  status: "issued" | "paid"
  order_id: string
  invoice_id: string
  payment_collection_id: string
  total: string
  /** The date from which it is charged automatically; null: it waits for the customer. */
  collect_on: CivilDate | null
  /** The date that dunning counts from; null: the due date. */
  dunning_from: CivilDate | null
}

/** Marks renewals as issued, with their order and invoice. */
export async function markRenewalsIssued(trx: Knex, renewals: IssuedRenewal[]): Promise<void> {
  if (!renewals.length) {
    return
  }
  await trx.raw(
    `update billing_renewal r set status = x.status, order_id = x.order_id, invoice_id = x.invoice_id,
       payment_collection_id = x.payment_collection_id, total = x.total::numeric,
       raw_total = jsonb_build_object('value', x.total, 'precision', 20),
       collect_on = x.collect_on, dunning_from = x.dunning_from, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as x(id text, status text, order_id text, invoice_id text,
       payment_collection_id text, total text, collect_on text, dunning_from text)
     where r.id = x.id and r.id = any(?)`,
    [JSON.stringify(renewals), renewals.map(({ id }) => id)],
  )
}

/** Records cycles that will never be billed (B35). */
export async function recordSkippedRenewals(
  trx: Knex,
  renewals: (RenewalRecord & { reason: string })[],
): Promise<Set<string>> {
  if (!renewals.length) {
    return new Set()
  }
  const rows: { id: string }[] = await trx("billing_renewal")
    .insert(renewals.map((renewal) => ({ ...renewal, status: "skipped" })))
    .onConflict(["subscription_id", "cycle"])
    .ignore()
    .returning("id")
  return new Set(rows.map((row) => row.id))
}

/**
 * Advances subscriptions after their cycles were handled, and releases their claims. Returns the ids that were
 * advanced.
 */
export async function advanceSubscriptions(
  trx: Knex,
  { runId, moves }: { runId: string; moves: AdvancedColumns[] },
): Promise<Set<string>> {
  if (!moves.length) {
    return new Set()
  }
  // In one order, so that this and the settling of charges cannot deadlock.
  const ids = moves.map(({ id }) => id)
  await trx("billing_subscription").select("id").whereIn("id", ids).orderBy("id").forUpdate()
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `update billing_subscription s set status = x.status, next_cycle = x.next_cycle, next_due_on = x.next_due_on,
       period_start = x.period_start, period_end = x.period_end, ended_on = coalesce(x.ended_on, s.ended_on),
       canceled_on = coalesce(x.canceled_on, s.canceled_on), billed_by_run = ?,
       dunning_on = case when x.ended_on is null then least(s.dunning_on, x.dunning_on) end,
       suspend_on = case when x.ended_on is null then s.suspend_on end,
       terminate_on = case when x.ended_on is null then s.terminate_on end,
       early_on = case when x.next_cycle = s.next_cycle then s.early_on end,
       part_from = case when x.next_cycle = s.next_cycle then s.part_from end,
       whole_from = case when x.next_cycle - s.next_cycle <= (s.part_from is not null)::integer then s.whole_from end,
       claimed_by = null, claimed_until = null, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as x(id text, from_cycle integer, from_status text, status text,
       next_cycle integer, next_due_on text, period_start text, period_end text, ended_on text, canceled_on text,
       dunning_on text)
     where s.id = x.id and s.id = any(?) and s.next_cycle = x.from_cycle and s.status = x.from_status
     returning s.id`,
    [runId, JSON.stringify(moves), ids],
  )
  return new Set(rows.map((row) => row.id))
}
