import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Article } from "../../../rules/packages"
import type { MedusaCart } from "../../cart/medusa-cart"
import { loadArticles, type ArticleVariant } from "../catalog/load-articles"

/** Articles as this cart buys them, by variant id: its currency, region, customer and groups. */
export async function loadCartArticles(
  container: MedusaContainer,
  cart: MedusaCart,
  variants: ArticleVariant[],
): Promise<Map<string, Article>> {
  if (!variants.length) {
    return new Map()
  }
  return loadArticles(container, variants, {
    currencyCode: cart.currency_code,
    regionId: cart.region_id ?? cart.region?.id ?? null,
    customerId: cart.customer?.id ?? cart.customer_id ?? null,
    customerGroupIds: await groupsOf(container, cart),
  })
}

/** The groups that Medusa prices the cart for; not every pass is given them. */
async function groupsOf(container: MedusaContainer, { customer, customer_id }: MedusaCart): Promise<string[]> {
  if (customer?.groups) {
    return customer.groups.map(({ id }) => id)
  }
  const id = customer?.id ?? customer_id
  const [found] = id
    ? await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { relations: ["groups"], take: 1 })
    : []
  return (found?.groups ?? []).flatMap((group) => group.id ?? [])
}
