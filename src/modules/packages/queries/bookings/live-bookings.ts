import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { compare, min, subtract, type Decimal } from "../../../../rules/money"
import type { BlockedPeriod, StockBooking, StockLevel } from "../../../../rules/packages"
import type { LevelsToRead } from "./stock-levels"

export interface BookingsToRead {
  inventoryItemIds: readonly string[]
  /** Bookings that overlap it; null: all that are not over. */
  within: BlockedPeriod | null
  /** Whose own holds are left out. */
  cartId: string | null
  /** Lines of an order whose bookings are left out, as they are asked for anew. */
  anew?: { orderId: string; lineIds: readonly string[] } | undefined
}

interface BookingRow {
  inventory_item_id: string
  location_id: string
  quantity: string
  blocked_from: Date | null
  blocked_to: Date | null
  cart_id: string | null
}

/**
 * What others have taken of inventory items now: what is booked, and what is held. A function of the database says which
 * that is, and keeps its plan.
 */
export async function readLiveBookings(
  knex: Knex,
  { inventoryItemIds, within, cartId, anew }: BookingsToRead,
): Promise<StockBooking[]> {
  const { rows } = await knex.raw<{ rows: BookingRow[] }>(
    `select * from packages_live_bookings(?::text[], to_timestamp(?::float8 / 1000), to_timestamp(?::float8 / 1000),
       ?::text, ?::text, ?::text[])`,
    [[...new Set(inventoryItemIds)], ...boundsOf({ within, cartId, anew })] as string[],
  )
  return lessReservations(knex, rows)
}

/** Which bookings count, as the database's functions take it. */
const boundsOf = ({ within, cartId, anew }: Omit<BookingsToRead, "inventoryItemIds">) => [
  within?.from ?? null,
  within?.to ?? null,
  cartId,
  anew?.orderId ?? null,
  [...(anew?.lineIds ?? [])],
]

export interface StockToLock extends LevelsToRead, BookingsToRead {}

/** What is in stock of inventory items, and what others have taken of it. */
export interface LockedStock {
  levels: StockLevel[]
  bookings: StockBooking[]
}

/**
 * Locks the levels as `lockStockLevels` does, and reads the bookings under the lock, in one statement: others wait as short
 * as can be. The bookings are read after the lock was waited for, so what others have committed meanwhile is among them.
 */
export async function lockStock(trx: Knex, stock: StockToLock): Promise<LockedStock> {
  const { inventoryItemIds, salesChannelIds } = stock
  const { rows } = await trx.raw<{ rows: (BookingRow & { is_level: boolean })[] }>(
    `select * from packages_lock_stock(?::text[], ?::text[], to_timestamp(?::float8 / 1000),
       to_timestamp(?::float8 / 1000), ?::text, ?::text, ?::text[])`,
    [[...new Set(inventoryItemIds)], salesChannelIds && [...salesChannelIds], ...boundsOf(stock)] as string[],
  )
  return {
    levels: rows
      .filter(({ is_level }) => is_level)
      .map((row) => ({
        inventoryItemId: row.inventory_item_id,
        locationId: row.location_id,
        available: row.quantity,
      })),
    bookings: await lessReservations(
      trx,
      rows.filter(({ is_level }) => !is_level),
    ),
  }
}

/**
 * What is sold for good is held until Medusa has reserved it. Until the order's event is handled, both are there: what
 * Medusa has reserved for a hold's order already is not counted again.
 */
async function lessReservations(knex: Knex, rows: BookingRow[]): Promise<StockBooking[]> {
  const forGood = rows.filter(({ blocked_to, cart_id }) => blocked_to === null && cart_id !== null)
  const reserved = forGood.length ? await readReservations(knex, forGood) : new Map<string, Decimal>()
  return rows.flatMap((row) => {
    const key = reservationKey(row)
    const already = row.blocked_to === null ? min(reserved.get(key) ?? "0", row.quantity) : "0"
    reserved.set(key, subtract(reserved.get(key) ?? "0", already))
    const quantity = subtract(row.quantity, already)
    const { inventory_item_id: inventoryItemId, location_id: locationId } = row
    const period = row.blocked_from && row.blocked_to ? periodOf(row.blocked_from, row.blocked_to) : null
    return compare(quantity, "0") > 0 ? [{ inventoryItemId, locationId, quantity, period }] : []
  })
}

interface ReservationKey {
  cart_id: string | null
  inventory_item_id: string
  location_id: string
}

const reservationKey = ({ cart_id, inventory_item_id, location_id }: ReservationKey): string =>
  `${cart_id} ${inventory_item_id} ${location_id}`

/** What Medusa has reserved for the orders of carts, by cart, item and location. */
async function readReservations(knex: Knex, rows: BookingRow[]): Promise<Map<string, Decimal>> {
  const { rows: found } = await knex.raw<{ rows: (ReservationKey & { quantity: string })[] }>(
    `select line.cart_id, reserved.inventory_item_id, reserved.location_id, sum(reserved.quantity)::text as quantity
     from (select distinct link.cart_id, item.item_id from order_cart link
       join order_item item on item.order_id = link.order_id and item.deleted_at is null
       where link.cart_id = any(?) and link.deleted_at is null) line
     join reservation_item reserved on reserved.line_item_id = line.item_id and reserved.deleted_at is null
     where reserved.inventory_item_id = any(?)
     group by line.cart_id, reserved.inventory_item_id, reserved.location_id`,
    [
      [...new Set(rows.flatMap(({ cart_id }) => cart_id ?? []))],
      [...new Set(rows.map(({ inventory_item_id }) => inventory_item_id))],
    ],
  )
  return new Map(found.map((row) => [reservationKey(row), row.quantity]))
}

const periodOf = (from: Date, to: Date): BlockedPeriod => ({ from: from.getTime(), to: to.getTime() })
