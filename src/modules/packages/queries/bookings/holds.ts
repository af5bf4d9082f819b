import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"
import type { BlockedPeriod, RentalPeriod } from "../../../../rules/packages"

const TABLE = "packages_booking"

/** What a cart's line takes of an item at a location. */
export interface NewHold {
  lineId: string
  inventoryItemId: string
  locationId: string
  quantity: Decimal
  /** For one piece of the line. */
  requiredQuantity: Decimal
  /** Null: for good. Buffers are in `blocked`. */
  period: (RentalPeriod & { blocked: BlockedPeriod }) | null
}

export interface HoldsOfCart {
  cartId: string
  minutes: number
  holds: readonly NewHold[]
}

const toRow = (hold: NewHold) => ({
  id: generateEntityId(undefined, "pbok"),
  inventory_item_id: hold.inventoryItemId,
  location_id: hold.locationId,
  quantity: hold.quantity,
  required_quantity: hold.requiredQuantity,
  starts_at: hold.period?.from ?? null,
  ends_at: hold.period?.to ?? null,
  blocked_from: hold.period && new Date(hold.period.blocked.from),
  blocked_to: hold.period && new Date(hold.period.blocked.to),
})

/** Writes what a cart takes, instead of what it held before, in one statement. Gives the ids. */
export async function replaceHolds(trx: Knex, { cartId, minutes, holds }: HoldsOfCart): Promise<string[]> {
  const rows = holds.map((hold) => ({ ...toRow(hold), line_item_id: hold.lineId }))
  await trx.raw("select packages_replace_holds(?::text, ?::integer, ?::jsonb)", [cartId, minutes, JSON.stringify(rows)])
  return rows.map(({ id }) => id)
}

/** Writes what an order has taken without a cart; each line's id is the order line's. */
export async function insertBookings(trx: Knex, orderId: string, lines: readonly NewHold[]): Promise<void> {
  if (lines.length) {
    const rows = lines.map((line) => ({
      ...toRow(line),
      order_id: orderId,
      order_line_id: line.lineId,
      state: "booked",
    }))
    await trx(TABLE).insert(rows)
  }
}

/** Gives back what a cart held, where no order came of it. What is booked already stays. */
export async function deleteHolds(knex: Knex, ids: readonly string[]): Promise<void> {
  await knex(TABLE).whereIn("id", ids).where("state", "held").delete()
}

/** Gives way to Medusa's own reservations; what is held for a period stays until it is booked. */
export async function deleteHoldsForGood(knex: Knex, ids: readonly string[]): Promise<void> {
  await knex(TABLE).whereIn("id", ids).where("state", "held").whereNull("blocked_to").delete()
}

/** Deletes holds that have expired, and frees rentals that are over. Gives how many of each. */
export async function sweepBookings(knex: Knex, limit: number): Promise<{ expired: number; over: number }> {
  const { rowCount: expired } = await knex.raw<{ rowCount: number }>(
    `delete from ${TABLE} where id in (select booking.id from ${TABLE} booking
       where booking.state = 'held' and booking.expires_at <= now() and (booking.blocked_to is null or not exists
         (select 1 from cart where cart.id = booking.cart_id and cart.completed_at is not null))
       order by booking.expires_at limit ? for update skip locked)`,
    [limit],
  )
  const { rowCount: over } = await knex.raw<{ rowCount: number }>(
    `update ${TABLE} set state = 'released', updated_at = now() where id in (select booking.id from ${TABLE} booking
       where booking.state = 'booked' and booking.blocked_to is not null and booking.blocked_to <= now()
       order by booking.blocked_to limit ? for update skip locked)`,
    [limit],
  )
  return { expired, over }
}
