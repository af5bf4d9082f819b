import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { discountNamesAmong, DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import { PERSONAL_NAME } from "../../../rules/discounts"
import { isOurs } from "../../../rules/discounts/orders/order-adjustments"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import { loadOrderState } from "./order-state"

/** Restores our provider id on the adjustments of an order whose edit was confirmed: Medusa drops it. */
export async function restoreProviderIds(container: MedusaContainer, orderId: string): Promise<void> {
  const { items } = await loadOrderState(container, orderId)
  const unmarked = items.flatMap(({ id: item_id, adjustments }) =>
    adjustments.filter(({ provider_id }) => !provider_id).map((one) => ({ ...one, item_id })),
  )
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const words = unmarked.flatMap(({ description }) => description ?? [])
  const names = new Set([PERSONAL_NAME, ...(await discountNamesAmong(knex, words))])
  const marked = unmarked
    .filter((one) => isOurs(one, { provider: DISCOUNT_PROVIDER, names }))
    .map(({ id, item_id }) => ({ id, item_id, provider_id: DISCOUNT_PROVIDER }))
  if (marked.length) {
    await container.resolve(Modules.ORDER).upsertOrderLineItemAdjustments(marked)
  }
}
