import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { basePriceAt, offerTerms, type LoadedOffer } from "../../../../rules/billing"
import { loadPrices } from "../load-base-prices"

export type { LoadedOffer }

export interface OfferTermsQuery {
  productIds: string[]
  currencyCode: string
  /** A price of the region's own goes before the currency's; null: the currency's alone. */
  regionId: string | null
}

/**
 * The offers of products, by product id; a product without one is not in the map. The one place where stored offers
 * become rule facts: cart, completion and Store API check a cycle by the same base price (B6). Three statements for the
 * offers and three for the prices, however many products; one if none has an offer.
 */
export async function loadOfferTerms(
  container: MedusaContainer,
  { productIds, currencyCode, regionId }: OfferTermsQuery,
): Promise<Map<string, LoadedOffer>> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const currency = currencyCode.toLowerCase()
  const stored = await billing.offersOf(productIds)
  const variantIds = stored.flatMap(({ cycles }) => cycles.map((cycle) => cycle.variant_id))
  const prices = await loadPrices(container, variantIds, currency)
  const basePriceOf = (variantId: string) =>
    basePriceAt(prices.get(variantId)?.prices ?? [], { currencyCode: currency, regionId })
  return new Map(stored.map((one) => [one.offer.product_id, offerTerms(one, { currencyCode: currency, basePriceOf })]))
}
