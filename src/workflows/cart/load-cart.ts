import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaCart, MedusaCartItem } from "./medusa-cart"

/** The fields that the lines pass needs: prices may be stale, so taxes and adjustments do not matter yet. */
const OF_LINES = [
  "id",
  "currency_code",
  "region_id",
  "sales_channel_id",
  "locale",
  "email",
  "customer_id",
  "completed_at",
  "customer.id",
  "customer.has_account",
  "items.*",
]

/** The line fields that `updateCartPromotions` reads, so that target rules work. */
const OF_PROMOTION_ITEMS = [
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

/** What taxes depend on, beside the lines: these are handed on by themselves. */
const OF_TAXES = [
  "id",
  "locale",
  "currency_code",
  "email",
  "completed_at",
  "region.id",
  "region.automatic_taxes",
  "customer.*",
  "customer.groups.id",
  "shipping_address.*",
  "shipping_methods.id",
  "shipping_methods.name",
  "shipping_methods.shipping_option_id",
  "shipping_methods.amount",
]

/** A cart as taxes see it, without its lines. */
export const loadTaxedCart = (container: MedusaContainer, cartId: string): Promise<MedusaCart | null> =>
  readCart(container, cartId, OF_TAXES)

/** A cart before its prices are final; null: there is none. */
export const loadCart = (container: MedusaContainer, cartId: string): Promise<MedusaCart | null> =>
  readCart(container, cartId, OF_LINES)

/** Reads a cart's lines again, with their totals. */
export async function loadPromotionItems(container: MedusaContainer, cartId: string): Promise<MedusaCartItem[]> {
  return (await readCart(container, cartId, OF_PROMOTION_ITEMS))?.items ?? []
}

export async function readCart<Cart extends MedusaCart>(
  container: MedusaContainer,
  cartId: string,
  fields: string[],
): Promise<Cart | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields, filters: { id: cartId } })
  const [cart] = data as unknown as Cart[]
  return cart ?? null
}
