import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The store's database or a transaction on it. Only queries call it. */
export type Database = Knex

/** Runs several queries in one transaction: all are written, or none. */
export async function inTransaction<Result>(db: Database, work: (trx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction(work)
}
