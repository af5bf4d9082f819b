import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { StageInput } from "../../cart/cart-stage"
import type { MedusaCart } from "../../cart/medusa-cart"
import { loadVariants, type ArticleVariant, type LoadedVariants } from "../catalog/load-articles"

/** Variants as this cart buys them: its currency, region, customer and groups. One refresh reads them once. */
export async function loadCartVariants(
  container: MedusaContainer,
  { cart, memory }: Pick<StageInput, "cart" | "memory">,
  variants: ArticleVariant[],
): Promise<LoadedVariants> {
  if (!variants.length) {
    return { articles: new Map(), products: new Map() }
  }
  const currencyCode = cart.currency_code
  const regionId = cart.region_id ?? cart.region?.id ?? null
  const customerId = cart.customer?.id ?? cart.customer_id ?? null
  const asked = [...new Set(variants.map(({ productId, variantId }) => `${productId} ${variantId}`))].sort()
  const name = ["packages: variants", currencyCode, regionId, customerId, ...asked].join()
  return memory.once(name, async () => {
    const customerGroupIds = await groupsOf(container, cart)
    return loadVariants(container, variants, { currencyCode, regionId, customerId, customerGroupIds })
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
