import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A line as Medusa's promotions look at it: with its totals, its product and its adjustments. */
export type PromotionItem = Record<string, unknown> & {
  id: string
  product_id?: string | null
  metadata?: Record<string, unknown> | null
  adjustments?: Record<string, unknown>[] | null
}

/** What `updateCartPromotions` itself reads of a cart's lines, so that target rules find what they look for. */
const ITEM_FIELDS = [
  "id",
  "currency_code",
  "total",
  "item_total",
  "item_subtotal",
  "region.*",
  "items.*",
  "items.product.id",
  "items.product.is_giftcard",
  "items.product.collection_id",
  "items.product.categories.id",
  "items.product.tags.id",
  "items.product.type_id",
  "items.variant.id",
  "items.adjustments.*",
  "items.tax_lines.*",
]

/** The cart's lines with their totals, read anew. */
export async function loadPromotionItems(container: MedusaContainer, cartId: string): Promise<PromotionItem[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ITEM_FIELDS, filters: { id: cartId } })
  const cart = data[0] as unknown as { items?: PromotionItem[] } | undefined
  return cart?.items ?? []
}
