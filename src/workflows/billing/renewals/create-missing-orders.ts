import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { RenewalOrder } from "../../../rules/billing"
import { factsOfNewOrder } from "../../orders/load-orders"
import { renewedPackages, type RenewedPackageLine } from "../../ports/packages/renewed-packages"
import { renewalSales } from "../../ports/renewal-sales"
import { withStoredCharges } from "./stored-renewal-charges"

/** A renewal's order as it was composed, and the number that people call it by. */
export interface CreatedOrder {
  order: RenewalOrder
  displayId: number | null
}

export interface Composed {
  orders: RenewalOrder[]
  /** Their lines that are packages, or in one. */
  packages: RenewedPackageLine[]
  /** Ids of orders that a crashed worker may have created. */
  begun: string[]
}

/** Creates those that do not exist; answers all, those that existed with the taxes and the shipping that they were made with. */
export async function createMissingOrders(
  container: MedusaContainer,
  { orders, packages, begun }: Composed,
): Promise<CreatedOrder[]> {
  if (!orders.length) {
    return []
  }
  const orderModule = container.resolve(Modules.ORDER)
  const select = ["id", "display_id"]
  const existing = begun.length ? await orderModule.listOrders({ id: begun }, { select }) : []
  const made = new Map(existing.map(({ id, display_id }) => [id, Number(display_id)]))
  const missing = orders.filter(({ id }) => !made.has(id))
  const lines = packages.filter(({ orderId }) => !made.has(orderId))
  if (lines.length) {
    await renewedPackages.get().recordLines(container, lines)
  }
  if (missing.length) {
    // The order module writes totals into what it is given; the composed orders are needed as they are.
    const created = await orderModule.createOrders(structuredClone(missing))
    created.forEach(({ id, display_id }) => made.set(id, Number(display_id)))
    const packed = new Set(lines.map(({ orderId }) => orderId))
    renewalSales.get().begin(container, created.filter(({ id }) => !packed.has(id)).map(factsOfNewOrder))
  }
  const found = existing.map(({ id }) => id)
  const asMade = await withStoredCharges(container, orders, found)
  return asMade.map((order) => ({ order, displayId: made.get(order.id) ?? null }))
}
