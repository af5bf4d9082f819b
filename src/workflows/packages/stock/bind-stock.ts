import type { MedusaContainer } from "@medusajs/framework/types"
import {
  bindHolds,
  deleteHolds,
  type HoldOfOrder,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readHoldsOfCart,
} from "../../../modules/packages"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import type { OrderFacts } from "../../orders/order-facts"
import { moveReservations } from "./move-reservations"

/**
 * Turns what a cart held into what its order has: a hold for a period becomes a booking of the order's line; a hold for
 * good gives way to Medusa's own reservation. Does nothing where nothing is held.
 */
export async function bindStock(container: MedusaContainer, order: OrderFacts): Promise<void> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const holds = order.cartId ? await readHoldsOfCart(knex, order.cartId) : []
  if (!holds.length) {
    return
  }
  const forPeriods = holds.filter(({ isForGood }) => !isForGood)
  await bindHolds(knex, { orderId: order.id, lines: await orderLinesOf(container, order, forPeriods) })
  const forGood = holds.filter(({ isForGood }) => isForGood)
  const lineIds = order.lines.map(({ id }) => id)
  await moveReservations(container, lineIds, forGood)
  await deleteHolds(
    knex,
    forGood.map(({ id }) => id),
  )
}

/** By hold: the order's line of the cart's line. */
async function orderLinesOf(
  container: MedusaContainer,
  order: OrderFacts,
  holds: HoldOfOrder[],
): Promise<Map<string, string | null>> {
  const records = holds.length ? await lineRecordsOfOrder(container, order) : new Map<string, never>()
  const orderLines = new Map([...records].map(([orderLineId, { lineId }]) => [lineId, orderLineId]))
  return new Map(holds.map(({ id, lineId }) => [id, (lineId && orderLines.get(lineId)) ?? null]))
}
