import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Rows {
  table: string
  rows: Record<string, unknown>[]
  /** At most so many in a statement. */
  chunk: number
}

/** Inserts rows in as few statements as it takes; several are one transaction, of which a single one needs none. */
export async function insertRows(knex: Knex, { table, rows, chunk }: Rows): Promise<void> {
  if (rows.length > chunk) {
    await knex.batchInsert(table, rows, chunk)
  } else if (rows.length) {
    await knex(table).insert(rows)
  }
}
