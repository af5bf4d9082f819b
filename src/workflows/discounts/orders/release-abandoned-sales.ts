import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  abandonedSales,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  leftOrderSales,
  releaseSale,
} from "../../../modules/discounts"
import { placeOrderSaleOf } from "./record-order-sale"

/** A completion holds its cart for two minutes at most: after a quarter of an hour it has died. */
const ABANDONED = 15 * 60_000

/**
 * Gives back the uses that were taken for what was never sold: a cart that became no order, a draft or an edit that was
 * not confirmed. One that was made after all is bound. What a process that died has left; found by index.
 */
export async function releaseAbandonedSales(container: MedusaContainer, { now }: { now: Date }): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const before = new Date(now.getTime() - ABANDONED)
  for (const id of await abandonedSales(knex, before)) {
    await orLog(container, id, () => releaseSale(knex, id))
  }
  for (const { id, is_made } of await leftOrderSales(knex, before)) {
    await orLog(container, id, () => (is_made ? placeOrderSaleOf(container, id, now) : releaseSale(knex, id)))
  }
}

/** One that fails must not keep the others from their turn; the next sweep tries it again. */
async function orLog(container: MedusaContainer, saleId: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`discounts: the uses of sale ${saleId} could not be given back: ${reason}`)
  }
}
