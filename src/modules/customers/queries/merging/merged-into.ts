import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Into which profile each of these has been merged, by way of others too; one whose person was erased is left out. */
export async function winnersOf(knex: Knex, formerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!formerIds.length) {
    return new Map()
  }
  const { rows } = await knex.raw<{ rows: { former_id: string; id: string }[] }>(
    `with recursive chain as (
       select id as former_id, merged_into_id as at from customers_profile
       where id = any(?::text[]) and merged_into_id is not null
       union
       select c.former_id, p.merged_into_id from chain c join customers_profile p on p.id = c.at
       where p.merged_into_id is not null)
     select c.former_id, p.id from chain c join customers_profile p on p.id = c.at and p.deleted_at is null`,
    [[...formerIds]],
  )
  return new Map(rows.map(({ former_id, id }) => [former_id, id]))
}
