import type { Knex } from "@medusajs/framework/mikro-orm/knex"

interface Records<Row extends object> {
  table: string
  columns: readonly (keyof Row & string)[]
  rows: readonly Row[]
  /** What follows the insert, such as `on conflict … returning id`. */
  then?: string
}

/**
 * Inserts rows of these columns by one value, which the database takes apart: where there are hundreds of rows, that is less
 * work on both sides than a value for each field. Texts, amounts as texts, arrays, days and instants keep every sign.
 */
export async function insertRecords<Row extends object, Answer = unknown>(
  knex: Knex,
  { table, columns, rows, then = "" }: Records<Row>,
): Promise<Answer[]> {
  if (!rows.length) {
    return []
  }
  const names = columns.map((column) => `"${column}"`).join(", ")
  const { rows: answered } = await knex.raw<{ rows: Answer[] }>(
    `insert into ?? (${names}) select ${names} from json_populate_recordset(null::??, ?::json) ${then}`,
    [table, table, JSON.stringify(rows)],
  )
  return answered
}
