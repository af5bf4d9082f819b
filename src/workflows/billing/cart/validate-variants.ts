import type { MedusaContainer } from "@medusajs/framework/types"
import { loadOfferTerms } from "../offers/steps/load-offer-terms"
import { refuse } from "../../errors/refuse"
import { lineOffers } from "../../../rules/billing/cart/line-offers"

export interface VariantInCart {
  /** What the refusal names: `variant_id`, `items.0.variant_id`. */
  field: string
  productId: string | null
  variantId: string | null
}

interface Place {
  currencyCode: string
  regionId: string | null
}

/**
 * Refuses what cannot be ordered: hidden (B10), on request (B11), a cycle that is disabled in this currency (B6), a
 * variant that is no cycle of its offer. Goods without an offer pass after one indexed query.
 */
export async function validateVariants(
  container: MedusaContainer,
  variants: VariantInCart[],
  place: Place,
): Promise<void> {
  const productIds = [...new Set(variants.flatMap(({ productId }) => productId ?? []))]
  const offers = await loadOfferTerms(container, { productIds, ...place })
  const lines = variants.map((variant) => ({ ...variant, id: variant.field }))
  for (const [field, offer] of lineOffers({ lines, offers, trialUsed: () => true })) {
    if (!offer.ok) {
      refuse(field, offer.reason)
    }
  }
}
