import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"

const TABLE = "packages_booking"

/** Of some orders, those with bookings, or with a cart that still holds some. */
export async function ordersWithBookings(knex: Knex, orderIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select booking.order_id as id from ${TABLE} booking
     where booking.order_id = any(?) and booking.state <> 'released'
     union
     select link.order_id as id from order_cart link
     join ${TABLE} booking on booking.cart_id = link.cart_id and booking.state = 'held'
     where link.order_id = any(?) and link.deleted_at is null`,
    [[...orderIds], [...orderIds]],
  )
  return new Set(rows.map(({ id }) => id))
}

/** A line of an order that has, or has had, a booking. */
export interface BookedLine {
  lineId: string
  /** Of an item; what came back is off. */
  quantity: Decimal
  /** For one piece of the line. */
  requiredQuantity: Decimal
  isReleased: boolean
  /** Whether what it blocks is past: it is freed then, whatever its line has. */
  isOver: boolean
  /** Milliseconds since 1970; null: for good. */
  from: number | null
  to: number | null
}

interface BookedLineRow {
  order_line_id: string
  quantity: string
  required_quantity: string
  state: string
  is_over: boolean
  starts_at: Date | null
  ends_at: Date | null
}

export async function readBookedLines(knex: Knex, orderId: string): Promise<BookedLine[]> {
  const rows = await knex(TABLE)
    .where("order_id", orderId)
    .whereNotNull("order_line_id")
    .select<BookedLineRow[]>(
      ...["order_line_id", "starts_at", "ends_at", "state"],
      knex.raw("quantity::text"),
      knex.raw("required_quantity::text"),
      knex.raw("coalesce(blocked_to <= now(), false) as is_over"),
    )
  return rows.map((row) => ({
    lineId: row.order_line_id,
    quantity: row.quantity,
    requiredQuantity: row.required_quantity,
    isReleased: row.state === "released",
    isOver: row.is_over,
    from: row.starts_at?.getTime() ?? null,
    to: row.ends_at?.getTime() ?? null,
  }))
}

/** Frees what lines of an order have booked. */
export async function releaseBookingsOfLines(knex: Knex, orderId: string, lineIds: readonly string[]): Promise<void> {
  await knex(TABLE)
    .where({ order_id: orderId, state: "booked" })
    .whereIn("order_line_id", lineIds)
    .update({ state: "released", updated_at: knex.fn.now() })
}

/** A hold of a cart whose order is placed. */
export interface HoldOfOrder {
  id: string
  lineId: string | null
  inventoryItemId: string
  locationId: string
  quantity: Decimal
  isForGood: boolean
}

/** What the cart of an order still holds. */
export async function readHoldsOfCart(knex: Knex, cartId: string): Promise<HoldOfOrder[]> {
  const rows = await knex(TABLE).where({ cart_id: cartId, state: "held" }).orderBy("id").select<
    {
      id: string
      line_item_id: string | null
      inventory_item_id: string
      location_id: string
      quantity: string
      blocked_to: Date | null
    }[]
  >("id", "line_item_id", "inventory_item_id", "location_id", knex.raw("quantity::text"), "blocked_to")
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line_item_id,
    inventoryItemId: row.inventory_item_id,
    locationId: row.location_id,
    quantity: row.quantity,
    isForGood: row.blocked_to === null,
  }))
}

export interface HoldsToBind {
  orderId: string
  /** By hold: the order's line; null: the order has no such line. */
  lines: ReadonlyMap<string, string | null>
}

/** Turns holds into bookings of the order's lines. Twice is once. */
export async function bindHolds(knex: Knex, { orderId, lines }: HoldsToBind): Promise<void> {
  for (const [id, orderLineId] of lines) {
    await knex(TABLE).where({ id, state: "held" }).update({
      state: "booked",
      order_id: orderId,
      order_line_id: orderLineId,
      expires_at: null,
      updated_at: knex.fn.now(),
    })
  }
}

/** What is left of each line of an order: of it, so much stays booked. */
export async function setBookedLines(knex: Knex, orderId: string, left: ReadonlyMap<string, Decimal>): Promise<void> {
  await knex.raw(
    `update ${TABLE} booking set updated_at = now(),
       state = case when coalesce(remaining.quantity, 0) > 0 then booking.state else 'released' end,
       quantity = case when coalesce(remaining.quantity, 0) > 0 then booking.required_quantity * remaining.quantity
         else booking.quantity end
     from ${TABLE} own
     left join unnest(?::text[], ?::numeric[]) as remaining (line_id, quantity) on remaining.line_id = own.order_line_id
     where own.id = booking.id and booking.order_id = ? and booking.state = 'booked' and booking.order_line_id is not null
       and (coalesce(remaining.quantity, 0) <= 0
         or booking.quantity <> booking.required_quantity * remaining.quantity)`,
    [[...left.keys()], [...left.values()], orderId],
  )
}

/** Frees all that an order has booked. */
export async function releaseBookingsOfOrder(knex: Knex, orderId: string): Promise<void> {
  await knex(TABLE)
    .where("order_id", orderId)
    .whereNot("state", "released")
    .update({ state: "released", updated_at: knex.fn.now() })
}
