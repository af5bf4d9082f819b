import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import {
  deleteHolds,
  deleteHoldsForGood,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readBookedLines,
} from "../../../modules/packages"
import { stockLinesOf, type FreedStock } from "../../../rules/packages"
import { loadPackageSale, type PackageSale } from "../orders/load-package-sale"
import { holdStockOfCart, type HeldStock } from "./hold-stock-of-cart"
import { wantedOf } from "./wanted-of-order"

const NOTHING: HeldStock = { holds: [] }

/**
 * Holds what a draft that becomes an order needs of stock, or what an order's open edit adds, or refuses it (P18): all its
 * lines together, by the same rule and guard as a cart. What the order has already is not asked for again.
 */
export async function holdStockOfOrder(container: MedusaContainer, orderId: string): Promise<HeldStock> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const sale = await loadPackageSale(container, orderId)
  const { order } = sale
  if (!order.isDraft && !sale.edit) {
    return NOTHING
  }
  const booked = order.isDraft ? [] : await readBookedLines(knex, orderId)
  const lines = stockLinesOf(sale.lines).flatMap((line) => wantedOf(line, { order, booked }))
  if (!lines.length) {
    return NOTHING
  }
  const gone = removedBy(sale)
  const rented = lines.filter(({ period }) => period !== null).map(({ lineId }) => lineId)
  return holdStockOfCart(container, {
    ...{ id: orderId, salesChannelId: order.salesChannelId, lines, isOfAdmin: true },
    ...{ anew: { orderId, lineIds: [...rented, ...gone] }, freed: await reservedFor(container, gone) },
  })
}

/** The lines that the edit removes: what they have, they give back when it is confirmed. */
function removedBy({ order, lines }: PackageSale): string[] {
  const left = new Set(lines.map(({ line }) => line.id))
  return order.isDraft ? [] : order.lines.flatMap(({ id }) => (left.has(id) ? [] : id))
}

async function reservedFor(container: MedusaContainer, lineIds: string[]): Promise<FreedStock[]> {
  const reservations = lineIds.length
    ? await container
        .resolve(Modules.INVENTORY)
        .listReservationItems({ line_item_id: lineIds }, { select: ["inventory_item_id", "location_id", "quantity"] })
    : []
  return reservations.map(({ inventory_item_id, location_id, quantity }) => ({
    ...{ inventoryItemId: inventory_item_id, locationId: location_id },
    quantity: MathBN.convert(quantity).toFixed(),
  }))
}

/** After the draft was converted, or the edit confirmed: Medusa has reserved what is sold for good. */
export const settleHeldStock = (container: MedusaContainer, { holds }: HeldStock): Promise<void> =>
  deleteHoldsForGood(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, holds)

/** Where it failed. */
export const releaseHeldStock = (container: MedusaContainer, { holds }: HeldStock): Promise<void> =>
  deleteHolds(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, holds)
