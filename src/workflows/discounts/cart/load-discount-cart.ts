import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../../modules/core"
import { currentPlan, type CartPlan } from "../../../rules/cart"
import { isCartBoundByEmail } from "../../cart/binding/is-cart-bound-by-email"
import { readCart } from "../../cart/load-cart"
import type { MedusaCart } from "../../cart/medusa-cart"
import { toCartFacts } from "../../cart/to-cart-facts"
import type { EvaluationContext } from "./evaluation-context"
import { contextOfPlan } from "./context-of-plan"

/** A stored cart, with the fields that its evaluation needs. */
export interface DiscountCart extends EvaluationContext {
  id: string
}

export interface StoredCart extends MedusaCart {
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
export async function loadStoredCart(container: MedusaContainer, cartId: string): Promise<StoredCart | null> {
  const cart = await readCart<StoredCart>(container, cartId, FIELDS)
  return cart && { ...cart, isLoggedIn: !(await isCartBoundByEmail(container, cart)) }
}

/** The plan of a stored cart as of its last refresh, before discounts. `hasRecords: false` saves reading line records. */
export async function storedPlan(container: MedusaContainer, cart: MedusaCart, hasRecords = true): Promise<CartPlan> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return currentPlan(toCartFacts(cart, hasRecords ? await readLineRecords(knex, cart.id) : []), "discounts")
}

/** The evaluation context of a stored cart; null: there is no such cart. */
export async function loadDiscountCart(container: MedusaContainer, cartId: string): Promise<DiscountCart | null> {
  const cart = await loadStoredCart(container, cartId)
  return cart && { ...contextOfPlan(await storedPlan(container, cart), cart), id: cart.id }
}
