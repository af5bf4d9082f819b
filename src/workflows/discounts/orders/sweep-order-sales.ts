import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCOUNTS_MODULE, type DiscountsModuleService, leftOrderSales } from "../../../modules/discounts"
import { placeOrderSaleOf, releaseOrderSaleOf } from "./record-order-sale"

/**
 * Repairs what a process that died has left between an order's edit, or a draft's sale, and its record: one that was made
 * is bound, of one that was not the uses are given back.
 */
export async function sweepOrderSales(container: MedusaContainer, { now, before }: { now: Date; before: Date }) {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  for (const { id, is_made } of await leftOrderSales(knex, before)) {
    await (is_made ? placeOrderSaleOf(container, id, now) : releaseOrderSaleOf(container, id))
  }
}
