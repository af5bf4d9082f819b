import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, concernsCart } from "../../../modules/billing"
import { healCartLines, type HealedCart } from "./heal-cart-lines"
import { loadCartFacts } from "./load-cart-facts"
import { refuse } from "../../errors/refuse"

export interface RefreshedItem {
  id: string
  product_id?: string | null
}

/** Heals a cart's lines, and refuses those just added that cannot be ordered. A cart of plain goods costs one query. */
export async function refreshCartLines(
  container: MedusaContainer,
  cartId: string,
  added: RefreshedItem[],
): Promise<HealedCart | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const productIds = added.flatMap((item) => item.product_id ?? [])
  if (!(await concernsCart(knex, cartId, productIds))) {
    return null
  }
  const cart = await loadCartFacts(container, cartId)
  for (const { id } of added) {
    const sale = cart.sales.get(id)
    if (sale && !sale.ok) {
      refuse("variant_id", sale.reason)
    }
  }
  return healCartLines(container, cart)
}
