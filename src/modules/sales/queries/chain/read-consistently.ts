import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Reads everything as it stood at one moment, while others go on writing. */
export async function readConsistently<Result>(knex: Knex, work: (trx: Knex) => Promise<Result>): Promise<Result> {
  return knex.transaction(work, { isolationLevel: "repeatable read", readOnly: true })
}
