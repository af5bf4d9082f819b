import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The store's database or a transaction on it: handed from query to query, and called by queries alone. */
export type Database = Knex

/** Does work of several queries in one transaction: it is written whole or not at all. */
export async function inTransaction<Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction(work)
}
