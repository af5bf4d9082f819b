import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isSameOrder, type BasketItem, type QuickOrderDetails } from "../../../../rules/customers"
import { newId } from "../../../core"

export interface QuickOrderRow {
  id: string
  link_id: string
  turn: number
  attempt: number
  items: BasketItem[]
  details: Partial<QuickOrderDetails>
  state: "open" | "placing" | "placed"
  placing_until: Date | null
  cart_id: string | null
  order_id: string | null
  placed_at: Date | null
}

const COLUMNS = [
  "id",
  "link_id",
  "turn",
  "attempt",
  "items",
  "details",
  "state",
  "placing_until",
  "cart_id",
  "order_id",
  "placed_at",
] as const

/** The last order of a link, placed or not; null: there was none. */
export async function lastQuickOrder(knex: Knex, linkId: string): Promise<QuickOrderRow | null> {
  const row = await knex("customers_quick_order")
    .where({ link_id: linkId })
    .orderBy("turn", "desc")
    .first<QuickOrderRow | undefined>(...COLUMNS)
  return row ?? null
}

/** The order of one turn; null: nothing was put into it. */
export async function quickOrderOfTurn(knex: Knex, linkId: string, turn: number): Promise<QuickOrderRow | null> {
  const row = await knex("customers_quick_order")
    .where({ link_id: linkId, turn })
    .first<QuickOrderRow | undefined>(...COLUMNS)
  return row ?? null
}

/**
 * Stores what is in the basket of a turn: `change` is asked under the row's lock, so that two windows lose nothing of each
 * other. Other goods are another attempt: what was checked before is not sent any more. `refused`: the change has answered null;
 * `closed`: the order is being placed, or was.
 */
export async function changeBasket(
  knex: Knex,
  { linkId, turn }: { linkId: string; turn: number },
  change: (items: BasketItem[]) => BasketItem[] | null,
): Promise<"changed" | "refused" | "closed"> {
  return knex.transaction(async (trx) => {
    await trx("customers_quick_order")
      .insert({ id: newId("cqord"), link_id: linkId, turn, items: "[]" })
      .onConflict(["link_id", "turn"])
      .ignore()
    const row = await trx("customers_quick_order")
      .where({ link_id: linkId, turn })
      .forUpdate()
      .first<QuickOrderRow | undefined>(...COLUMNS)
    if (row?.state !== "open") {
      return "closed"
    }
    const items = change(row.items)
    if (items === null) {
      return "refused"
    }
    await trx("customers_quick_order")
      .where({ id: row.id })
      .update({
        items: JSON.stringify(items),
        attempt: row.attempt + (isSameOrder(row.items, items) ? 0 : 1),
        updated_at: trx.fn.now(),
      })
    return "changed"
  })
}

/**
 * Names the cart that the order is made by, before there is one: its first pricing has the link's terms. False where
 * the order is not open at the attempt before.
 */
export async function prepareQuickOrder(
  knex: Knex,
  { id, attempt, cartId, details }: { id: string; attempt: number; cartId: string; details: QuickOrderDetails },
): Promise<boolean> {
  const changed = await knex("customers_quick_order")
    .where({ id, attempt: attempt - 1, state: "open" })
    .update({ attempt, cart_id: cartId, details: JSON.stringify(details), updated_at: knex.fn.now() })
  return changed === 1
}

/**
 * Claims an order to place it: one of those who ask at once gets it. One whose placing has stopped half-way is claimed again
 * after its time.
 */
export async function claimQuickOrder(
  knex: Knex,
  { id, cartId, attempt, at, until }: { id: string; cartId: string; attempt: number; at: Date; until: Date },
): Promise<boolean> {
  const claimed = await knex("customers_quick_order")
    .where({ id, cart_id: cartId, attempt })
    .where((or) =>
      or
        .where({ state: "open" })
        .orWhere((stopped) => stopped.where({ state: "placing" }).where("placing_until", "<", at)),
    )
    .update({ state: "placing", placing_until: until, updated_at: knex.fn.now() })
  return claimed === 1
}

const reopened = (knex: Knex) => ({ state: "open", placing_until: null, updated_at: knex.fn.now() })

/** Opens an order again whose placing was refused. One that was placed stays so. */
export async function reopenQuickOrder(knex: Knex, id: string): Promise<void> {
  await knex("customers_quick_order").where({ id, state: "placing" }).update(reopened(knex))
}

const stopped = (knex: Knex) =>
  knex("customers_quick_order").where({ state: "placing" }).where("placing_until", "<", knex.fn.now())

/** The same of one whose placing has stopped half-way, unless somebody has claimed it since. */
export async function reopenStopped(knex: Knex, id: string): Promise<void> {
  await stopped(knex).where({ id }).update(reopened(knex))
}

/** The order of a link whose placing has stopped half-way; null: there is none. */
export async function stoppedQuickOrder(knex: Knex, linkId: string): Promise<QuickOrderRow | null> {
  const row = await stopped(knex)
    .where({ link_id: linkId })
    .first<QuickOrderRow | undefined>(...COLUMNS)
  return row ?? null
}

/** Says which order came of it. False where that was said before. */
export async function placeQuickOrder(
  knex: Knex,
  { id, orderId, at }: { id: string; orderId: string; at: Date },
): Promise<boolean> {
  const placed = await knex("customers_quick_order")
    .where({ id })
    .whereNot({ state: "placed" })
    .update({ state: "placed", placing_until: null, order_id: orderId, placed_at: at, updated_at: knex.fn.now() })
  return placed === 1
}

/** The basket that became an order, where that is not said yet; null: none did. */
export async function unplacedOrder(knex: Knex, orderId: string): Promise<QuickOrderRow | null> {
  const row = await knex("customers_quick_order as q")
    .join("order_cart as oc", "oc.cart_id", "q.cart_id")
    .where("oc.order_id", orderId)
    .whereNull("oc.deleted_at")
    .whereNot("q.state", "placed")
    .first<QuickOrderRow | undefined>(...COLUMNS.map((column) => `q.${column}` as const))
  return row ?? null
}

/** Whether a cart is one of a quick order. */
export async function isQuickOrderCart(knex: Knex, cartId: string): Promise<boolean> {
  const row = await knex("customers_quick_order").where({ cart_id: cartId }).first<{ id: string } | undefined>("id")
  return row !== undefined
}
