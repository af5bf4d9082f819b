import type { MedusaContainer } from "@medusajs/framework/types"
import { newId } from "../../../modules/core"
import { SALES_MODULE, writeSale, type SalesModuleService } from "../../../modules/sales"
import type { CivilDate } from "../../../rules/calendar"
import type { FollowContext } from "../../../rules/sales"
import { openParts, personOf } from "../people/person-keys"
import { decideSale } from "./decide-sale"
import { readLastSnapshotOfOrder } from "./last-snapshot-of-order"
import { loadOrderOfSale } from "./load-order-of-sale"

export interface FollowInput {
  orderId: string
  now: Date
  asOf: CivilDate
  /** What called for it: a kind of order change, `day` or `backfill`. */
  cause: string
}

/**
 * Makes the sale of an order, or has it follow what happened to the order since: run twice, or late, it adds nothing. What
 * is read is read before the sale's lock; what is decided is decided under it.
 */
export async function followOrder(
  container: MedusaContainer,
  { orderId, now, asOf, cause }: FollowInput,
): Promise<{ isNew: boolean; written: number }> {
  const of = await loadOrderOfSale(container, orderId)
  if (!of) {
    return { isNew: false, written: 0 }
  }
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const last = await readLastSnapshotOfOrder(container, orderId)
  const [personalBefore = null] = last ? await openParts(container, [last.part]) : []
  const isSameCustomer = last !== null && last.customerId === of.order.customerId
  // What was erased is not written again, unless the order is now another's.
  const isErased = isSameCustomer && (personalBefore === null || "problem" in personalBefore)
  const person = isErased ? null : await personOf(container, of.order.customerId ?? `order:${orderId}`)
  const newSaleId = newId("sale")
  const context: FollowContext = {
    asOf,
    now: now.toISOString(),
    cause,
    returnDays: options.returnDays,
    isOrderClosed: ["completed", "archived"].includes(of.order.status),
  }
  return writeSale(db.knex, { orderId, newSaleId, at: now }, (locked) =>
    decideSale(of, { locked, person, context, saleId: locked?.sale.id ?? newSaleId, personalBefore }),
  )
}
