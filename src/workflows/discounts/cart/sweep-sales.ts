import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DISCOUNTS_MODULE, type DiscountsModuleService, releaseSale } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { cancelDiscounts } from "./cancel-discounts"
import { bindSale } from "./bind-sale"
import { sweepOrderSales } from "../orders/sweep-order-sales"

export interface SweepInput {
  /** The instant of the sweep, and the store's date then. */
  now: Date
  today: CivilDate
}

const MINUTE = 60_000
/** A completion holds its cart for two minutes at most: after a quarter of an hour it has died. */
const ABANDONED = 15 * MINUTE
const LOOK_BACK = 48 * 60 * MINUTE
const BATCH = 200

/**
 * Repairs what a lost event or a process that died has left: sales whose order is placed are bound to it, reservations of
 * a cart that became no order are given back, and so are the uses of canceled orders.
 */
export async function sweepSales(container: MedusaContainer, { now, today }: SweepInput): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  for (const orderId of await placedUnbound(knex)) {
    await orSay(container, `the discounts of order ${orderId} could not be bound to it`, () =>
      bindSale(container, orderId),
    )
  }
  for (const saleId of await abandoned(knex, new Date(now.getTime() - ABANDONED))) {
    await orSay(container, `the uses of sale ${saleId} could not be given back`, () => releaseSale(knex, saleId))
  }
  const before = new Date(now.getTime() - ABANDONED)
  await orSay(container, "the discounts of drafts and edits could not be bound", () =>
    sweepOrderSales(container, { now, before }),
  )
  for (const orderId of await canceledUnreleased(knex, new Date(now.getTime() - LOOK_BACK))) {
    await orSay(container, `the uses of order ${orderId} could not be given back`, () =>
      cancelDiscounts(container, orderId, today),
    )
  }
}

const ids = (rows: { id: string }[]): string[] => rows.map((row) => row.id)

/** Orders whose cart has a record that is bound to none. */
async function placedUnbound(knex: Knex): Promise<string[]> {
  return ids(
    await knex("discounts_sale as s")
      .join("order_cart as l", "l.cart_id", "s.cart_id")
      .whereNull("s.placed_at")
      .whereNull("l.deleted_at")
      .select("l.order_id as id")
      .orderBy("s.created_at")
      .limit(BATCH),
  )
}

/** Records of carts that became no order, though they have had the time. */
async function abandoned(knex: Knex, before: Date): Promise<string[]> {
  return ids(
    await knex("discounts_sale as s")
      .whereNull("s.placed_at")
      .whereNull("s.order_id")
      .where("s.created_at", "<", before)
      .whereNotExists(knex("order_cart as l").whereRaw("l.cart_id = s.cart_id").whereNull("l.deleted_at"))
      .select("s.id")
      .orderBy("s.created_at")
      .limit(BATCH),
  )
}

/** Orders that were canceled since then and still hold uses. */
async function canceledUnreleased(knex: Knex, since: Date): Promise<string[]> {
  return ids(
    await knex("order as o")
      .join("discounts_use as u", "u.order_id", "o.id")
      .where("o.canceled_at", ">=", since)
      .whereNull("u.released_at")
      .distinct("o.id")
      .limit(BATCH),
  )
}

/** One that fails must not keep the others from their turn; the next sweep tries it again. */
async function orSay(container: MedusaContainer, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`discounts: ${what}: ${reason}`)
  }
}
