import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartBinding, CartOwner, LineRecord, LineRecordChanges } from "../../../rules/cart"

export const LINE_RECORDS = "service_core_line_record"
const TABLE = LINE_RECORDS

export interface LineRecordRow {
  id: string
  key: string
  cart_id: string
  line_item_id: string
  room: string
  kind: string
  parent_id: string | null
  group_key: string
  payload: Record<string, unknown>
  product_id: string | null
  variant_id: string | null
}

export const LINE_RECORD_COLUMNS = [
  "id",
  "key",
  "cart_id",
  "line_item_id",
  "room",
  "kind",
  "parent_id",
  "group_key",
  "payload",
  "product_id",
  "variant_id",
] as const

export const lineRecordOf = (row: LineRecordRow): LineRecord => ({
  id: row.id,
  key: row.key,
  cartId: row.cart_id,
  lineId: row.line_item_id,
  room: row.room,
  kind: row.kind,
  parentId: row.parent_id,
  groupKey: row.group_key,
  payload: row.payload,
  productId: row.product_id,
  variantId: row.variant_id,
})

export const lineRecordRow = (record: LineRecord) => ({
  id: record.id,
  key: record.key,
  cart_id: record.cartId,
  line_item_id: record.lineId,
  room: record.room,
  kind: record.kind,
  parent_id: record.parentId,
  group_key: record.groupKey,
  payload: JSON.stringify(record.payload),
  product_id: record.productId,
  variant_id: record.variantId,
})

/**
 * A room's condition on its own tables: `sql` is a boolean expression, in which `facts.product_ids` is the products of the
 * cart's lines. What every cart asks is a function of the database: to plan a statement on the tables costs several times
 * what it costs to run it.
 */
export interface RoomCondition {
  sql: string
  bindings: unknown[]
}

export interface ConcernedRooms {
  /** The records of the cart's lines, oldest first. */
  records: LineRecord[]
  /** The products of the cart's lines, which the conditions count. */
  productIds: string[]
  /** Names of the rooms whose condition holds. */
  rooms: Set<string>
  /** Whose the cart is now, and how it came to that. */
  owner: CartOwner
  email: string | null
}

interface ConcernedRow {
  records: LineRecordRow[] | null
  product_ids: string[]
  email: string | null
  account_id: string | null
  bound_customer_id: string | null
  bound_by: CartBinding | null
}

/**
 * Which rooms handle a cart and whose it is, in one indexed query for all rooms. It is the only query that a cart of
 * plain goods costs. Each part is a function of the database, which keeps its plan.
 */
export async function concernedRooms(
  knex: Knex,
  cartId: string,
  conditions: ReadonlyMap<string, RoomCondition>,
): Promise<ConcernedRooms> {
  const named = [...conditions]
  const columns = named.map(([, { sql }], index) => `, (${sql}) as room_${index}`)
  const { rows } = await knex.raw<{ rows: (ConcernedRow & Record<string, unknown>)[] }>(
    `select facts.*${columns.join("")} from service_core_cart_facts(?::text) facts`,
    [...named.flatMap(([, { bindings }]) => bindings), cartId] as string[],
  )
  const [answer] = rows
  return {
    records: (answer?.records ?? []).map(lineRecordOf),
    productIds: answer?.product_ids ?? [],
    rooms: new Set(named.flatMap(([room], index) => (answer?.[`room_${index}`] ? [room] : []))),
    owner: {
      accountId: answer?.account_id ?? null,
      buyer:
        answer?.bound_customer_id && answer.bound_by
          ? { customerId: answer.bound_customer_id, boundBy: answer.bound_by }
          : null,
    },
    email: answer?.email ?? null,
  }
}

/** Whether a room's condition on a cart, without its products, holds, and whether one of the cart's lines has a record, in one indexed query. */
export async function checkCondition(
  knex: Knex,
  cartId: string,
  { sql, bindings }: RoomCondition,
): Promise<{ holds: boolean; hasRecords: boolean }> {
  const { rows } = await knex.raw<{ rows: { holds: boolean; has_records: boolean }[] }>(
    `select (${sql}) as holds,
       exists (select 1 from ${TABLE} where cart_id = ? and deleted_at is null) as has_records`,
    [...bindings, cartId] as string[],
  )
  return { holds: rows[0]?.holds ?? false, hasRecords: rows[0]?.has_records ?? false }
}

/** The records of a cart, oldest first. */
export async function readLineRecords(knex: Knex, cartId: string): Promise<LineRecord[]> {
  const rows = await knex(TABLE)
    .select<LineRecordRow[]>(...LINE_RECORD_COLUMNS)
    .where("cart_id", cartId)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
  return rows.map(lineRecordOf)
}

/** The records of a variant's lines in a cart, oldest first. */
export async function readLineRecordsOfVariant(knex: Knex, cartId: string, variantId: string): Promise<LineRecord[]> {
  const rows = await knex(TABLE)
    .select<LineRecordRow[]>(...LINE_RECORD_COLUMNS)
    .where({ cart_id: cartId, variant_id: variantId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
  return rows.map(lineRecordOf)
}

/** The record of a line, in whatever cart it is. */
export async function readLineRecordOf(knex: Knex, lineId: string): Promise<LineRecord | null> {
  const row = await knex(TABLE)
    .where("line_item_id", lineId)
    .whereNull("deleted_at")
    .first<LineRecordRow | undefined>(...LINE_RECORD_COLUMNS)
  return row ? lineRecordOf(row) : null
}

/** Writes the changes of a cart's records: all or none. Without anything to delete it is one statement. */
export async function writeLineRecords(
  knex: Knex,
  { create, update, delete: removed }: Omit<LineRecordChanges, "delete"> & { delete: readonly { id: string }[] },
): Promise<void> {
  if (!removed.length) {
    return changeLineRecords(knex, create, update)
  }
  await knex.transaction(async (trx) => {
    const ids = removed.map((record) => record.id)
    await trx(TABLE).whereIn("id", ids).delete()
    await changeLineRecords(trx, create, update)
  })
}

const COLUMNS = LINE_RECORD_COLUMNS.join(", ")
const TYPED = LINE_RECORD_COLUMNS.map((name) => `${name} ${name === "payload" ? "jsonb" : "text"}`).join(", ")
const SET = LINE_RECORD_COLUMNS.filter((name) => name !== "id").map((name) => `${name} = given.${name}`)
const MERGED = LINE_RECORD_COLUMNS.filter((name) => name !== "id").map((name) => `${name} = excluded.${name}`)

async function changeLineRecords(
  knex: Knex,
  create: readonly LineRecord[],
  update: readonly LineRecord[],
): Promise<void> {
  if (create.length + update.length) {
    await knex.raw(
      `with changed as (update ${TABLE} record set ${SET.join(", ")}, updated_at = now()
         from jsonb_to_recordset(?::jsonb) as given (${TYPED})
         where record.id = given.id and record.id = any(?::text[]))
       insert into ${TABLE} (${COLUMNS}) select ${COLUMNS} from jsonb_to_recordset(?::jsonb) as given (${TYPED})
       on conflict (id) do update set ${MERGED.join(", ")}`,
      [rowsOf(update), update.map(({ id }) => id), rowsOf(create)] as string[],
    )
  }
}

const rowsOf = (records: readonly LineRecord[]): string =>
  JSON.stringify(records.map((record) => ({ ...lineRecordRow(record), payload: record.payload })))

/** Links records to their order lines. The unique index on the order line allows one record each. */
export async function linkOrderLines(
  knex: Knex,
  orderId: string,
  lines: { recordId: string; orderLineId: string }[],
): Promise<void> {
  await knex.raw(
    `update ${TABLE} record set order_id = ?, order_line_id = line.order_line_id
     from unnest(?::text[], ?::text[]) line (record_id, order_line_id) where record.id = line.record_id`,
    [orderId, lines.map(({ recordId }) => recordId), lines.map(({ orderLineId }) => orderLineId)] as string[],
  )
}

/** Whether a line of the cart has a payload that contains this section. */
export async function hasLineWith(knex: Knex, cartId: string, section: Record<string, unknown>): Promise<boolean> {
  const row = await knex(TABLE)
    .where("cart_id", cartId)
    .whereNull("deleted_at")
    .whereRaw("payload @> ?::jsonb", [JSON.stringify(section)])
    .first("id")
  return row !== undefined
}
