import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** That somebody worked on a profile (C7). False where it is gone. */
export async function touchProfile(trx: Knex, id: string, at: Date): Promise<boolean> {
  const touched = await trx("customers_profile")
    .where({ id })
    .whereNull("deleted_at")
    .update({ touched_at: trx.raw("greatest(touched_at, ?::timestamptz)", [at]) })
  return touched === 1
}
