import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How often a server is compared by itself. */
const EVERY = "1 day"

/**
 * Takes servers of these providers that were not compared for a day, the longest waiting first: no other process takes them. A
 * process that dies leaves them to the next day.
 */
export async function takeServersToCompare(
  knex: Knex,
  { providerIds, limit }: { providerIds: readonly string[]; limit: number },
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `update provisioning_server set compared_at = now() where id in (
       select v.id from provisioning_server v where v.provider_id = any(:providerIds) and v.deleted_at is null
         and v.credentials is not null and v.stop_reason is null
         and (v.compared_at is null or v.compared_at < now() - interval '${EVERY}')
       order by v.compared_at nulls first, v.id limit :limit for update of v skip locked)
     returning id`,
    { providerIds: [...providerIds], limit },
  )
  return rows.map(({ id }) => id)
}

/** Keeps what came of a comparison: how much differs, or why it could not be made. */
export async function recordComparison(
  knex: Knex,
  id: string,
  outcome: { differences: number } | { problem: string },
): Promise<void> {
  const columns =
    "problem" in outcome
      ? { compare_problem: outcome.problem }
      : { differences: outcome.differences, compare_problem: null }
  await knex("provisioning_server")
    .where({ id })
    .update({ ...columns, compared_at: knex.fn.now() })
}
