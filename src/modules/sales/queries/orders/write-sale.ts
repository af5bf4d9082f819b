import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  GENESIS,
  salesEventsOf,
  type ChainPosition,
  type EventToLink,
  type StoredSnapshot,
} from "../../../../rules/sales"
import { addOutboxEvents, insertRecords } from "../../../core"
import { appendLinks, beginChains, lockHead } from "../chain/append-links"
import { SALE_COLUMNS, type SaleRow } from "./sale-row"

/** A sale under its lock. */
export interface LockedSale {
  sale: SaleRow
  sources: ReadonlySet<string>
  /** Its last snapshot. */
  snapshot: StoredSnapshot
}

export interface SaleToWrite {
  events: readonly EventToLink[]
  /** A new one. */
  snapshot: StoredSnapshot | null
  sale: Omit<SaleRow, "id" | "order_id" | "sold_on" | "sold_at" | "currency_code"> &
    Pick<SaleRow, "sold_on" | "sold_at" | "currency_code">
}

/** What is to be written; null: nothing. */
export type DecideSale = (locked: LockedSale | null) => SaleToWrite | null

export interface SaleOfReading {
  orderId: string
  newSaleId: string
  at: Date
  /** The number of the sale's last event when its order was read; 0: it had no sale. */
  seen: number
}

/**
 * Makes the sale of an order, or appends to it what is decided under its lock: once, in whichever process comes first.
 * Events, head, snapshot and the sale itself are one transaction. Null: another one has appended since the order was read,
 * perhaps of a later reading, so that it has to be read again.
 */
export async function writeSale(
  knex: Knex,
  { orderId, newSaleId, at, seen }: SaleOfReading,
  decide: DecideSale,
): Promise<{ isNew: boolean; written: number } | null> {
  const before = await knex("sales_sale").where({ order_id: orderId }).first<{ id: string } | undefined>("id")
  if (!before) {
    const written = await createSale(knex, { orderId, newSaleId, at }, decide)
    return written === null ? null : { isNew: written > 0, written }
  }
  return knex.transaction(async (trx) => {
    const end = await lockHead(trx, before.id)
    if (!end) {
      throw new Error(`Sale ${before.id} has no head: its chain is broken. Verify the sales history`)
    }
    if (end.seq !== seen) {
      return null
    }
    const locked = await readLocked(trx, before.id)
    const decided = decide(locked)
    if (!decided) {
      return { isNew: false, written: 0 }
    }
    await appendLinks(trx, { end, events: decided.events, snapshot: decided.snapshot, at })
    await trx("sales_sale")
      .where({ id: before.id })
      .update({ ...decided.sale, updated_at: trx.fn.now() })
    await tell(trx, { id: before.id, order_id: orderId }, decided.events)
    return { isNew: false, written: decided.events.length }
  })
}

/** Null: another process was faster. */
async function createSale(
  knex: Knex,
  { orderId, newSaleId, at }: Pick<SaleOfReading, "orderId" | "newSaleId" | "at">,
  decide: DecideSale,
): Promise<number | null> {
  const decided = decide(null)
  if (!decided) {
    return 0
  }
  return knex.transaction(async (trx) => {
    const rows: unknown[] = await trx("sales_sale")
      .insert({ id: newSaleId, order_id: orderId, ...decided.sale })
      .onConflict("order_id")
      .ignore()
      .returning("id")
    if (!rows.length) {
      return null
    }
    const end: ChainPosition = { sale_id: newSaleId, seq: 0, hash: GENESIS }
    await appendLinks(trx, { end, events: decided.events, snapshot: decided.snapshot, at })
    return decided.events.length
  })
}

/** A sale that is new, of an order that was made just now. */
export interface NewSale extends SaleToWrite {
  id: string
  orderId: string
}

/** Rows per statement. */
const CHUNK = 500

/**
 * Makes the sales of many new orders in one transaction; an order that has its sale keeps it. Sales, heads, snapshots and
 * events are a few statements, however many there are.
 */
export async function createSales(knex: Knex, sales: readonly NewSale[], at: Date): Promise<number> {
  let made = 0
  const inOrder = [...sales].sort((one, other) => (one.orderId < other.orderId ? -1 : 1))
  for (let start = 0; start < inOrder.length; start += CHUNK) {
    made += await knex.transaction((trx) => createChunk(trx, inOrder.slice(start, start + CHUNK), at))
  }
  return made
}

async function createChunk(trx: Knex, sales: readonly NewSale[], at: Date): Promise<number> {
  const rows = await insertRecords<SaleRow, { id: string }>(trx, {
    table: "sales_sale",
    columns: SALE_COLUMNS,
    rows: sales.map(({ id, orderId, sale }) => ({ id, order_id: orderId, ...sale })),
    then: "on conflict (order_id) do nothing returning id",
  })
  const made = new Set(rows.map(({ id }) => id))
  await beginChains(
    trx,
    sales.filter(({ id }) => made.has(id)).map(({ id, events, snapshot }) => ({ saleId: id, events, snapshot })),
    at,
  )
  return made.size
}

async function readLocked(trx: Knex, saleId: string): Promise<LockedSale> {
  const sale = await trx("sales_sale")
    .where({ id: saleId })
    .first<SaleRow>(...SALE_COLUMNS)
  const sources: { source: string }[] = await trx("sales_event").where({ sale_id: saleId }).select("source")
  const snapshot = await trx("sales_snapshot")
    .where({ sale_id: saleId })
    .orderBy("number", "desc")
    .first<StoredSnapshot>("sale_id", "number", "schema", "content", "personal")
  return { sale, sources: new Set(sources.map(({ source }) => source)), snapshot }
}

/** A change that concerns the sale itself, decided under its lock. */
export interface OwnSaleChange {
  events: readonly EventToLink[]
  sale: Partial<SaleRow>
}

/** Appends what is decided of one sale under its lock. False where there is no such sale. */
export async function changeSale(
  knex: Knex,
  { id, at }: { id: string; at: Date },
  decide: (locked: LockedSale) => OwnSaleChange | null,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const end = await lockHead(trx, id)
    const known =
      end &&
      (await trx("sales_sale").where({ id }).first<{ id: string; order_id: string } | undefined>("id", "order_id"))
    if (!end || !known) {
      return false
    }
    const decided = decide(await readLocked(trx, id))
    if (decided) {
      await appendLinks(trx, { end, events: decided.events, snapshot: null, at })
      await trx("sales_sale")
        .where({ id })
        .update({ ...decided.sale, updated_at: trx.fn.now() })
      await tell(trx, known, decided.events)
    }
    return true
  })
}

/** On Medusa's bus, by the outbox: written with what it tells. */
async function tell(trx: Knex, sale: { id: string; order_id: string }, events: readonly EventToLink[]): Promise<void> {
  const told = salesEventsOf(sale, events)
  if (told.length) {
    await addOutboxEvents(trx, told)
  }
}
