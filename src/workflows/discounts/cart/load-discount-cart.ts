import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { DiscountSale } from "./discount-sale"
import { withTrialsTaken } from "./sale-lines"

/** A cart as it is stored, with all that its discounts are decided by. */
export interface DiscountCart extends DiscountSale {
  id: string
  completed_at?: unknown
  payment_collection?: { payment_sessions?: { id: string }[] | null } | null
}

const FIELDS = [
  "id",
  "email",
  "currency_code",
  "region_id",
  "sales_channel_id",
  "customer_id",
  "completed_at",
  "items.*",
  "items.product.id",
  "items.product.collection_id",
  "items.product.categories.id",
  "items.adjustments.*",
  "items.tax_lines.*",
  "customer.id",
  "customer.has_account",
  "customer.groups.id",
  "payment_collection.payment_sessions.id",
]

/** Reads a cart outside its refresh; null: there is none. */
export async function loadDiscountCart(container: MedusaContainer, cartId: string): Promise<DiscountCart | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields: FIELDS, filters: { id: cartId } })
  const [cart] = data as DiscountCart[]
  return cart ? { ...cart, items: withTrialsTaken(cart.items ?? []) } : null
}
