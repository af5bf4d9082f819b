import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../../modules/core"
import { currentPlan, type CartPlan } from "../../../rules/cart"
import { readCart } from "../../cart/load-cart"
import type { MedusaCart } from "../../cart/medusa-cart"
import { toCartFacts } from "../../cart/to-cart-facts"
import type { DiscountSale } from "./discount-sale"
import { saleOfPlan } from "./sale-of-plan"

/** A cart as it is stored, with all that its discounts are decided by. */
export interface DiscountCart extends DiscountSale {
  id: string
}

export interface CartAtRest extends MedusaCart {
  payment_collection?: { payment_sessions?: { id: string }[] | null } | null
}

const FIELDS = [
  "id",
  "email",
  "currency_code",
  "region_id",
  "sales_channel_id",
  "locale",
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
export const loadCartAtRest = (container: MedusaContainer, cartId: string): Promise<CartAtRest | null> =>
  readCart<CartAtRest>(container, cartId, FIELDS)

/** A cart at rest as its last refresh planned it, before the discounts. */
export async function planAtRest(container: MedusaContainer, cart: MedusaCart): Promise<CartPlan> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return currentPlan(toCartFacts(cart, await readLineRecords(knex, cart.id)), "discounts")
}

/** What a cart at rest sells, as the discounts want to know it; null: there is no such cart. */
export async function loadDiscountCart(container: MedusaContainer, cartId: string): Promise<DiscountCart | null> {
  const cart = await loadCartAtRest(container, cartId)
  return cart && { ...saleOfPlan(await planAtRest(container, cart), cart), id: cart.id }
}
