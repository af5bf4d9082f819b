import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The name of the sweep's cursor. Its creation marks the installation. */
export const ORDER_SWEEP = "orders"

/**
 * The tables in which an order change adds a row, each with its key prefix and the join to the order. Keys are ULIDs,
 * which sort by time. `%NEW%` becomes a range on the primary key.
 */
const SOURCES: readonly { prefix: string; sql: string }[] = [
  { prefix: "order", sql: `select s.id, s.id as order_id from "order" s where %NEW%` },
  // Renewal orders: the plugin derives their ids, which do not sort by time.
  {
    prefix: "sevt",
    sql: `select s.id, s.data ->> 'id' as order_id from service_core_outbox_event s where %NEW% and s.name = 'order.placed'`,
  },
  // One row per version: edits, returns, claims, exchanges.
  { prefix: "ordsum", sql: `select s.id, s.order_id from order_summary s where %NEW%` },
  // Changes that are confirmed when created: addresses, credit lines, transfers to a guest.
  { prefix: "ordch", sql: `select s.id, s.order_id from order_change s where %NEW% and s.status = 'confirmed'` },
  { prefix: "ordtrx", sql: `select s.id, s.order_id from order_transaction s where %NEW%` },
  { prefix: "pay", sql: `select s.id, l.order_id from payment s %OF_COLLECTION% where %NEW%` },
  { prefix: "capt", sql: `select s.id, l.order_id from capture s %OF_PAYMENT% where %NEW%` },
  { prefix: "ref", sql: `select s.id, l.order_id from refund s %OF_PAYMENT% where %NEW%` },
  {
    prefix: "ful",
    sql: `select s.id, l.order_id from fulfillment s
      join order_fulfillment l on l.fulfillment_id = s.id and l.deleted_at is null where %NEW%`,
  },
]

const OF_COLLECTION = `join order_payment_collection l
  on l.payment_collection_id = s.payment_collection_id and l.deleted_at is null`
const OF_PAYMENT = `join payment p on p.id = s.payment_id join order_payment_collection l
  on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null`

/** One page of new rows per source. */
const PAGES = SOURCES.map(({ prefix, sql }) => {
  const page = sql
    .replace("%OF_COLLECTION%", OF_COLLECTION)
    .replace("%OF_PAYMENT%", OF_PAYMENT)
    .replace("%NEW%", "s.id > ? and s.id < ?")
  return `(select '${prefix}' as source, n.id, n.order_id from (${page}) n order by n.id limit ?)`
})

export interface NewOrderRow {
  source: string
  /** The row's key. */
  id: string
  order_id: string
}

export interface NewRowsPage {
  from: Date
  to: Date
  /** The last key of the previous page, by source; sources left out have no more rows. Null: the first page. */
  after: ReadonlyMap<string, string> | null
  limit: number
}

/** Rows of orders added between two instants: one page per source. */
export async function findNewOrderRows(knex: Knex, { from, to, after, limit }: NewRowsPage): Promise<NewOrderRow[]> {
  const pages = SOURCES.map(({ prefix }, index) => ({ prefix, sql: PAGES[index] ?? "" })).filter(
    ({ prefix }) => after === null || after.has(prefix),
  )
  if (!pages.length) {
    return []
  }
  const bindings = pages.flatMap(({ prefix }) => [after?.get(prefix) ?? keyAt(prefix, from), keyAt(prefix, to), limit])
  const { rows } = await knex.raw<{ rows: NewOrderRow[] }>(pages.map(({ sql }) => sql).join(" union all "), bindings)
  return rows
}

/** Ids of the orders of a payment or fulfilment, which some of Medusa's events name instead of the order. */
export async function ordersOf(knex: Knex, of: "payment" | "fulfillment", id: string): Promise<string[]> {
  const query =
    of === "payment"
      ? knex("payment as p")
          .join("order_payment_collection as l", "l.payment_collection_id", "p.payment_collection_id")
          .where("p.id", id)
      : knex("order_fulfillment as l").where("l.fulfillment_id", id)
  return query.whereNull("l.deleted_at").distinct("l.order_id").pluck("l.order_id")
}

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** The lowest key that a row created at an instant can have: Medusa's ids are ULIDs, which begin with the time. */
export function keyAt(prefix: string, instant: Date): string {
  let rest = instant.getTime()
  let time = ""
  for (let place = 0; place < 10; place++) {
    time = `${DIGITS[rest % 32]}${time}`
    rest = Math.floor(rest / 32)
  }
  return `${prefix}_${time}`
}
