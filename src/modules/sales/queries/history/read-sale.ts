import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StoredSnapshot } from "../../../../rules/sales"
import { LINK_COLUMNS, type LinkRow } from "../chain/chain-rows"
import { SALE_COLUMNS, type SaleRow } from "../orders/sale-row"

export interface WholeSale {
  sale: SaleRow
  events: LinkRow[]
  snapshots: StoredSnapshot[]
}

/** A sale with its time line and its snapshots; null: there is none. */
export async function readWholeSale(knex: Knex, id: string): Promise<WholeSale | null> {
  const sale = await knex("sales_sale")
    .where({ id })
    .first<SaleRow | undefined>(...SALE_COLUMNS)
  if (!sale) {
    return null
  }
  const events: LinkRow[] = await knex("sales_event")
    .where({ sale_id: id })
    .orderBy("seq")
    .select(...LINK_COLUMNS)
  const snapshots: StoredSnapshot[] = await knex("sales_snapshot")
    .where({ sale_id: id })
    .orderBy("number")
    .select("sale_id", "number", "schema", "content", "personal")
  return { sale, events, snapshots }
}

/** What the last snapshot of a sale that has anything of people says of them: JSON of sealed parts. */
export type LastPersonal = Pick<StoredSnapshot, "sale_id" | "number"> & { personal: string }

/** Of each of these sales; where an order was changed after an erasure, or under a wrong secret, that is not its last snapshot. */
export async function lastPersonals(knex: Knex, saleIds: readonly string[]): Promise<LastPersonal[]> {
  if (!saleIds.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: LastPersonal[] }>(
    `select last.* from unnest(?::text[]) as wanted (sale) cross join lateral (
       select sale_id, number, personal from sales_snapshot where sale_id = wanted.sale and personal is not null
       order by number desc limit 1) last`,
    [[...saleIds]],
  )
  return rows
}

/** An order's sale; null: there is none. */
export async function saleOfOrder(
  knex: Knex,
  orderId: string,
): Promise<Pick<SaleRow, "id" | "customer_id" | "status"> | null> {
  const row = await knex("sales_sale")
    .where({ order_id: orderId })
    .first<Pick<SaleRow, "id" | "customer_id" | "status"> | undefined>("id", "customer_id", "status")
  return row ?? null
}

/** A sale as it stands before its order is read. */
export interface SaleOfOrder extends Pick<SaleRow, "id" | "order_id" | "customer_id"> {
  /** The number of its last event. */
  seq: number
}

/** The sales of these orders. */
export async function salesOfOrders(knex: Knex, orderIds: readonly string[]): Promise<SaleOfOrder[]> {
  return orderIds.length
    ? knex("sales_sale as s")
        .leftJoin("sales_head as h", "h.sale_id", "s.id")
        .whereIn("s.order_id", [...orderIds])
        .select("s.id", "s.order_id", "s.customer_id", knex.raw("coalesce(h.seq, 0) as seq"))
    : []
}

/** The statuses that these sales went through, in their order. */
export async function statusHistories(
  knex: Knex,
  saleIds: readonly string[],
): Promise<{ sale_id: string; to_status: SaleRow["status"]; occurred_at: string }[]> {
  return knex("sales_event")
    .whereIn("sale_id", [...saleIds])
    .whereNotNull("to_status")
    .orderBy(["sale_id", "seq"])
    .select("sale_id", "to_status", "occurred_at")
}

/** The last event of a kind in the store's own chain; null: there was none. */
export async function lastOfStore(
  knex: Knex,
  { chain, kind }: { chain: string; kind: string },
): Promise<{ occurred_at: string; content: string } | null> {
  const row = await knex("sales_event")
    .where({ sale_id: chain, kind })
    .orderBy("seq", "desc")
    .first<{ occurred_at: string; content: string } | undefined>("occurred_at", "content")
  return row ?? null
}
