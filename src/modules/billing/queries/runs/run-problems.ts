import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "../../../core"

export interface RunProblemRow {
  subscription_id: string
  /** The number that people call it by. */
  display_id: number | null
  reason: string
}

/** Records why a run could not bill subscriptions; a second time replaces the reason. */
export async function insertRunProblems(
  knex: Knex,
  runId: string,
  problems: { id: string; reason: string }[],
): Promise<void> {
  if (problems.length) {
    await knex("billing_run_problem")
      .insert(problems.map(({ id, reason }) => ({ id: newId("brpr"), run_id: runId, subscription_id: id, reason })))
      .onConflict(knex.raw("(run_id, subscription_id) where deleted_at is null"))
      .merge({ reason: knex.raw("excluded.reason"), updated_at: knex.fn.now() })
  }
}

/** The subscriptions that a run could not bill; the first ones, and how many there are. */
export async function readRunProblems(
  knex: Knex,
  runId: string,
  limit: number,
): Promise<{ problems: RunProblemRow[]; count: number }> {
  const problems = await knex("billing_run_problem as p")
    .leftJoin("billing_subscription as s", "s.id", "p.subscription_id")
    .select<RunProblemRow[]>("p.subscription_id", "s.display_id", "p.reason")
    .where("p.run_id", runId)
    .whereNull("p.deleted_at")
    .orderBy("p.id")
    .limit(limit)
  const all = await knex("billing_run_problem")
    .where("run_id", runId)
    .whereNull("deleted_at")
    .count<{ count: string }[]>("id as count")
  return { problems, count: Number(all[0]?.count ?? 0) }
}
