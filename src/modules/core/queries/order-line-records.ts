import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { waitingLineId, type LineRecord } from "../../../rules/cart"
import { LINE_RECORD_COLUMNS, LINE_RECORDS, lineRecordOf, lineRecordRow, type LineRecordRow } from "./line-records"

/** Which records an order's lines may have. */
export interface OrderLinesQuery {
  /** The cart that the order was; null: none. */
  cartId: string | null
  lineIds: string[]
}

export interface OrderLineRecords {
  /** By order line id: the records that are bound to these lines. */
  bound: Map<string, LineRecord>
  /** Those of the cart that no order line is bound to, oldest first. */
  unbound: LineRecord[]
}

type BoundRow = LineRecordRow & { order_line_id: string | null }

/** The records of an order's lines. What is bound to a line that is not among these is no other line's. */
export async function readLineRecordsOfOrder(
  knex: Knex,
  { cartId, lineIds }: OrderLinesQuery,
): Promise<OrderLineRecords> {
  const columns = [...LINE_RECORD_COLUMNS, "order_line_id"].join(", ")
  const { rows } = await knex.raw<{ rows: BoundRow[] }>(
    `select ${columns} from ${LINE_RECORDS}
      where (order_line_id = any (?) or cart_id = ?) and deleted_at is null order by created_at, id`,
    [lineIds, cartId] as string[][],
  )
  const asked = new Set(lineIds)
  return {
    bound: new Map(
      rows.flatMap((row): [string, LineRecord][] =>
        row.order_line_id !== null && asked.has(row.order_line_id) ? [[row.order_line_id, lineRecordOf(row)]] : [],
      ),
    ),
    unbound: rows.filter((row) => row.order_line_id === null && row.cart_id === cartId).map(lineRecordOf),
  }
}

/** Records that were made for lines of this order itself, by an admin: of drafts and of what edits add, oldest first. */
export async function readOwnRecordsOfOrder(knex: Knex, orderId: string): Promise<LineRecord[]> {
  const rows = await knex(LINE_RECORDS)
    .select<LineRecordRow[]>(...LINE_RECORD_COLUMNS)
    .where("cart_id", orderId)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
  return rows.map(lineRecordOf)
}

/** Records by their ids; what is not there is left out. */
export async function readLineRecordsById(knex: Knex, ids: string[]): Promise<Map<string, LineRecord>> {
  const rows = await knex(LINE_RECORDS)
    .select<LineRecordRow[]>(...LINE_RECORD_COLUMNS)
    .whereIn("id", ids)
    .whereNull("deleted_at")
  return new Map(rows.map((row) => [row.id, lineRecordOf(row)]))
}

/** The records of an order whose payload has a section of this name. */
export async function readRecordsWithSection(knex: Knex, orderId: string, section: string): Promise<LineRecord[]> {
  const rows = await knex(LINE_RECORDS)
    .select<LineRecordRow[]>(...LINE_RECORD_COLUMNS)
    .where("order_id", orderId)
    .whereRaw("payload -> ? is not null", [section])
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
  return rows.map(lineRecordOf)
}

/** Writes records that no cart has made: the order's own id stands for it. One that does not wait has its line. */
export async function writeOwnRecordsOfOrder(knex: Knex, orderId: string, records: LineRecord[]): Promise<void> {
  await writeOwnRecordsOfOrders(
    knex,
    records.map((record) => ({ ...record, cartId: orderId })),
  )
}

/** The same of several orders, in one statement: each record has the id of its order for that of a cart. */
export async function writeOwnRecordsOfOrders(knex: Knex, records: LineRecord[]): Promise<void> {
  if (records.length) {
    const rows = records.map((record) => ({
      ...lineRecordRow(record),
      order_id: record.cartId,
      order_line_id: record.lineId === waitingLineId(record.key) ? null : record.lineId,
    }))
    await knex(LINE_RECORDS).insert(rows).onConflict("id").merge()
  }
}

/** Gives records that wait their lines. The unique index on the order line allows one record each. */
export async function bindOwnRecords(
  knex: Knex,
  lines: { record: Pick<LineRecord, "id" | "key">; orderLineId: string }[],
): Promise<void> {
  await knex.raw(
    `update ${LINE_RECORDS} record
     set line_item_id = line.order_line_id, order_line_id = line.order_line_id, updated_at = now()
     from unnest(?::text[], ?::text[], ?::text[]) line (record_id, waiting_id, order_line_id)
     where record.id = line.record_id and record.line_item_id = line.waiting_id`,
    [
      lines.map(({ record }) => record.id),
      lines.map(({ record }) => waitingLineId(record.key)),
      lines.map(({ orderLineId }) => orderLineId),
    ] as string[][],
  )
}

/** Whether lines of an order, or of its cart, have records. It is a function of the database, which keeps its plan. */
export async function orderHasRecords(knex: Knex, orderId: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { has_records: boolean }[] }>(
    "select service_core_order_has_records(?::text) as has_records",
    [orderId],
  )
  return rows[0]?.has_records ?? false
}

/** Ids of those orders whose lines, or the lines of whose carts, have records of a room. */
export async function ordersWithLineRecords(knex: Knex, orderIds: string[], room: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { order_id: string }[] }>(
    `select l.order_id from order_cart l
      where l.order_id = any (?) and l.deleted_at is null
        and exists (select 1 from ${LINE_RECORDS} r where r.cart_id = l.cart_id and r.room = ? and r.deleted_at is null)
    union
    select r.order_id from ${LINE_RECORDS} r
      where r.order_id = any (?) and r.order_id is not null and r.room = ? and r.deleted_at is null`,
    [orderIds, room, orderIds, room] as (string | string[])[],
  )
  return rows.map(({ order_id }) => order_id)
}
