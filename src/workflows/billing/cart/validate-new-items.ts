import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, productsOfCycles } from "../../../modules/billing"
import { validateVariants } from "./validate-variants"

/**
 * Refuses new items before anything is written. The request names variants only, so only billing cycles are recognised
 * here. A variant of an offer that is no cycle is refused in the refresh that follows, which removes the line.
 */
export async function validateNewItems(
  container: MedusaContainer,
  items: { variant_id?: string | null }[],
  cart: { currency_code: string; region_id?: string | null },
): Promise<void> {
  const variantIds = items.flatMap((item) => item.variant_id ?? [])
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const products = await productsOfCycles(knex, variantIds)
  if (products.size) {
    await validateVariants(
      container,
      [...products].map(([variantId, productId]) => ({ field: "variant_id", productId, variantId })),
      { currencyCode: cart.currency_code, regionId: cart.region_id ?? null },
    )
  }
}
