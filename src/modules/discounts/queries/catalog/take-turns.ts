import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Of transactions that place something into one of these lists, the second waits for the first; in one order of lists. */
export async function takeTurns(trx: Knex, lists: string[]): Promise<void> {
  if (lists.length) {
    await trx.raw(
      `select pg_advisory_xact_lock(list) from
        (select distinct hashtextextended(name, 0) as list from unnest(?::text[]) as name order by 1) as lists`,
      [lists],
    )
  }
}
