import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What the sweeps look for is in Medusa's own tables, too: they read them in one statement, and write none. */

/**
 * Orders that are no draft, not cancelled and no renewal's, and have no invoice yet. The invoice is the last thing that
 * billing makes of a placed order: where it is, the subscriptions are. A renewal's order is known by its id, before its
 * record names it.
 */
const UNRECORDED = `
  select o.id from "order" o
  where %WINDOW% and o.deleted_at is null and not o.is_draft_order and o.status not in ('draft', 'canceled')
    and not exists (select 1 from billing_invoice i where i.order_id = o.id and i.kind = 'invoice')
    and not exists (select 1 from billing_renewal r where r.id = 'bren_' || substr(o.id, 7))
  order by o.id limit ?`

export interface Batch {
  /** Only orders with a greater id. */
  after: string
  limit: number
}

const ids = (rows: { id: string }[]): string[] => rows.map((row) => row.id)

/** Whether billing has still something to make of an order; by index. */
export async function isUnrecorded(knex: Knex, orderId: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(UNRECORDED.replace("%WINDOW%", "o.id = ?"), [orderId, 1])
  return rows.length > 0
}

/** Those among the orders placed between two instants, by the primary key: an order's id begins with its time. */
export async function ordersPlaced(
  knex: Knex,
  { from, to }: { from: Date; to: Date },
  { after, limit }: Batch,
): Promise<string[]> {
  const start = orderIdAt(from)
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(UNRECORDED.replace("%WINDOW%", "o.id > ? and o.id < ?"), [
    after > start ? after : start,
    orderIdAt(to),
    limit,
  ])
  return ids(rows)
}

/**
 * Those among the orders made after one instant and changed since another: a draft that was converted is older than its
 * sale. Reads the whole table.
 */
export async function ordersChanged(
  knex: Knex,
  { madeAfter, since }: { madeAfter: Date; since: Date },
  { after, limit }: Batch,
): Promise<string[]> {
  const start = orderIdAt(madeAfter)
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    UNRECORDED.replace("%WINDOW%", "o.id > ? and o.updated_at >= ?"),
    [after > start ? after : start, since.toISOString(), limit],
  )
  return ids(rows)
}

/** Orders with a pending subscription whose payment has moved since. */
export async function ordersPaidLate(knex: Knex, settledBy: readonly string[], batch: Batch): Promise<string[]> {
  const rows: { id: string }[] = await knex("billing_subscription as s")
    .join("order_payment_collection as l", "l.order_id", "s.order_id")
    .join("payment_collection as p", "p.id", "l.payment_collection_id")
    .where("s.status", "pending")
    .whereNull("s.deleted_at")
    .whereNull("l.deleted_at")
    .whereIn("p.status", settledBy)
    .where("s.order_id", ">", batch.after)
    .distinct("s.order_id as id")
    .orderBy("id")
    .limit(batch.limit)
  return ids(rows)
}

/**
 * Orders whose invoice is open although their payment has been captured. What a billing run is to collect is left to it.
 */
export async function ordersPaidUnheard(knex: Knex, { after, limit }: Batch): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select distinct i.order_id as id from billing_invoice_payment ip
       join billing_invoice i on i.id = ip.invoice_id and i.kind = 'invoice'
       join order_payment_collection l on l.order_id = i.order_id and l.deleted_at is null
       join payment_collection p on p.id = l.payment_collection_id and p.status = 'completed'
     where ip.status = 'open' and ip.deleted_at is null and i.order_id > ? and not exists (
       select 1 from billing_renewal r
       where r.order_id = i.order_id and r.status = 'issued' and r.collect_on is not null and r.deleted_at is null)
     order by 1 limit ?`,
    [after, limit],
  )
  return ids(rows)
}

/** Orders with running subscriptions that were canceled, or refunded in part or in whole, since then. */
export async function ordersUndone(knex: Knex, since: Date, { after, limit }: Batch): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select distinct s.order_id as id from billing_subscription s
     where s.order_id > ? and s.status not in ('canceled', 'expired') and s.deleted_at is null and s.order_id in (
       select o.id from "order" o where o.canceled_at >= ?
       union
       select l.order_id from refund r
         join payment p on p.id = r.payment_id
         join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
       where r.created_at >= ?)
     order by 1 limit ?`,
    [after, since.toISOString(), since.toISOString(), limit],
  )
  return ids(rows)
}

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** The least id that an order made at an instant can have: Medusa's ids are ULIDs, which begin with the time. */
export function orderIdAt(instant: Date): string {
  let rest = instant.getTime()
  let time = ""
  for (let place = 0; place < 10; place++) {
    time = `${DIGITS[rest % 32]}${time}`
    rest = Math.floor(rest / 32)
  }
  return `order_${time}`
}
