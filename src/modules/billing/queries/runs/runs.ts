import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { RunStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { DUE_STATUSES } from "../renewals/claims"
import { addOutboxEvents } from "../../../core"

export interface RunRow {
  id: string
  as_of: CivilDate
  status: RunStatus
}

export interface RunCounts {
  issued?: number
  paid?: number
  declined?: number
  unknown?: number
  skipped?: number
  ended?: number
}

const COUNTERS = ["issued", "paid", "declined", "unknown", "skipped", "ended"] as const

/** Adds a batch's results to its run and to the worker's share, in the transaction that made them. */
export async function countBatch(
  trx: Knex,
  { runId, worker, subscriptions, counts }: { runId: string; worker: string; subscriptions: number; counts: RunCounts },
): Promise<void> {
  const additions = COUNTERS.map((name) => [name, trx.raw("?? + ?", [name, counts[name] ?? 0])])
  await trx("billing_run")
    .where({ id: runId })
    .update({ ...Object.fromEntries(additions), updated_at: trx.fn.now() })
  await trx.raw(
    `insert into billing_run_share (id, run_id, worker, subscriptions, last_seen_at) values (?, ?, ?, ?, now())
     on conflict (run_id, worker) where deleted_at is null
     do update set subscriptions = billing_run_share.subscriptions + excluded.subscriptions, last_seen_at = now()`,
    [generateEntityId(undefined, "brsh"), runId, worker, subscriptions],
  )
}

/** Opens a run for a date, or returns the open one; `opened` tells which. */
export async function openRun(
  knex: Knex,
  { asOf, requestedBy }: { asOf: CivilDate; requestedBy: string },
): Promise<{ id: string; opened: boolean }> {
  const id = generateEntityId(undefined, "brun")
  const inserted = await knex.raw<{ rowCount: number }>(
    `insert into billing_run (id, as_of, status, requested_by) values (?, ?, 'queued', ?) on conflict do nothing`,
    [id, asOf, requestedBy],
  )
  if (inserted.rowCount === 1) {
    return { id, opened: true }
  }
  const open = (await openRuns(knex)).find((run) => run.as_of === asOf)
  // It was completed between the two statements: then the next request opens a new one.
  return open ? { id: open.id, opened: false } : openRun(knex, { asOf, requestedBy })
}

/** Stops an open run between two batches; returns false if it was over already. */
export async function stopRun(knex: Knex, runId: string): Promise<boolean> {
  const stopped = await knex("billing_run")
    .where({ id: runId })
    .whereIn("status", ["queued", "running"])
    .update({ status: "stopped", finished_at: knex.fn.now(), updated_at: knex.fn.now() })
  return stopped === 1
}

/** A queued run becomes a running one; a running one stays so. Returns the run if there is work to do in it. */
export async function enterRun(knex: Knex, runId: string): Promise<RunRow | undefined> {
  const rows: RunRow[] = await knex("billing_run")
    .where({ id: runId })
    .whereIn("status", ["queued", "running"])
    .update({ status: "running", started_at: knex.raw("coalesce(started_at, now())"), updated_at: knex.fn.now() })
    .returning(["id", "as_of", "status"])
  return rows[0]
}

/** Whether the run was not stopped. */
export async function isRunning(knex: Knex, runId: string): Promise<boolean> {
  const row = await knex("billing_run").where({ id: runId, status: "running" }).first("id")
  return row !== undefined
}

/**
 * Completes a run if nothing is left in it: nothing due that it has not handled, nothing held by another worker.
 * Returns true for the one worker that completed it.
 */
export async function completeRun(knex: Knex, run: RunRow): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const isMine = await markCompleted(trx, run)
    if (isMine) {
      await addOutboxEvents(trx, [{ name: "billing.run.completed", data: { id: run.id, as_of: run.as_of } }])
    }
    return isMine
  })
}

/**
 * Nobody holds it, and nobody may claim it yet: a charge in doubt that is asked about later, a subscription that could not
 * be billed. It is left to a later run, and no run waits for it.
 */
const IS_POSTPONED = `(claimed_by is null and coalesce(claimed_until > now(), false))`

async function markCompleted(knex: Knex, run: RunRow): Promise<boolean> {
  const done = await knex("billing_run")
    .where({ id: run.id, status: "running" })
    .whereRaw(
      `not exists (select 1 from billing_subscription where next_due_on <= ? and deleted_at is null
         and status = any(?) and billed_by_run is distinct from ? and not ${IS_POSTPONED})`,
      [run.as_of, DUE_STATUSES, run.id],
    )
    .whereRaw(
      `not exists (select 1 from billing_renewal where collect_on <= ? and deleted_at is null
         and collected_by_run is distinct from ? and not ${IS_POSTPONED})`,
      [run.as_of, run.id],
    )
    .update({ status: "completed", finished_at: knex.fn.now(), updated_at: knex.fn.now() })
  return done === 1
}

/** Stores a run's error; the last one is kept. */
export async function recordRunError(knex: Knex, runId: string, error: string): Promise<void> {
  await knex("billing_run").where({ id: runId }).update({ error, updated_at: knex.fn.now() })
}

/** The runs that any worker may join, oldest first. */
export async function openRuns(knex: Knex): Promise<RunRow[]> {
  return knex("billing_run")
    .select("id", "as_of", "status")
    .whereIn("status", ["queued", "running"])
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
}
