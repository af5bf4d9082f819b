import type { MedusaContainer } from "@medusajs/framework/types"
import { validateVariants } from "./validate-variants"

interface LineUpdate {
  cart: { currency_code: string; region_id?: string | null }
  line: { id: string; product_id?: string | null; variant_id?: string | null }
  quantity: number | null
}

/** Refuses a new quantity of what cannot be ordered. Removing is always allowed. */
export async function validateLineUpdate(
  container: MedusaContainer,
  { cart, line, quantity }: LineUpdate,
): Promise<void> {
  if (line.variant_id && quantity !== 0) {
    await validateVariants(
      container,
      [{ field: "line_id", productId: line.product_id ?? null, variantId: line.variant_id }],
      { currencyCode: cart.currency_code, regionId: cart.region_id ?? null },
    )
  }
}
