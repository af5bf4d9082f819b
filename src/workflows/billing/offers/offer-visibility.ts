import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { disabledEverywhere, disabledVariants } from "../../../rules/billing"
import type { ShoppingPlace, StoreVisibility, Visibility } from "../../ports/store-visibility"
import { loadBasePrices } from "./load-base-prices"
import { loadOfferTerms } from "./steps/load-offer-terms"

const billingOf = (container: MedusaContainer): BillingModuleService => container.resolve(BILLING_MODULE)

async function visibilityAt(
  container: MedusaContainer,
  productIds: string[],
  place: NonNullable<ShoppingPlace>,
): Promise<Visibility> {
  const terms = [...(await loadOfferTerms(container, { productIds, ...place })).values()]
  return {
    hiddenProductIds: new Set(terms.filter(({ offer }) => offer.hidden).map(({ offer }) => offer.productId)),
    disabledVariantIds: new Set(terms.flatMap(disabledVariants)),
  }
}

async function visibilityAnywhere(container: MedusaContainer, productIds: string[]): Promise<Visibility> {
  const stored = await billingOf(container).offersOf(productIds)
  const prices = await loadBasePrices(
    container,
    stored.flatMap(({ cycles }) => cycles.map((cycle) => cycle.variant_id)),
    { withRegional: true },
  )
  const pricesOf = (variantId: string) => prices.get(variantId)?.prices ?? []
  return {
    hiddenProductIds: new Set(stored.filter(({ offer }) => offer.hidden).map(({ offer }) => offer.product_id)),
    disabledVariantIds: new Set(stored.flatMap((one) => disabledEverywhere(one, pricesOf))),
  }
}

/** Products of variants that are cycles; without a list, all that have an offer. */
async function productsOfVariants(container: MedusaContainer, variantIds: string[] | null): Promise<string[]> {
  if (variantIds === null) {
    const offers = await billingOf(container).listOffers({}, { select: ["product_id"], take: null })
    return offers.map((offer) => offer.product_id)
  }
  const cycles = await billingOf(container).listCycles(
    { variant_id: variantIds },
    { select: ["id", "variant_id"], relations: ["offer"], take: null },
  )
  return cycles.flatMap((cycle) => cycle.offer?.product_id ?? [])
}

/**
 * What billing hides from the Store API: products whose offer is hidden (B10), and variants whose cycle is disabled
 * (B6). One query if no product has an offer, and a handful however many have. Cart and completion use the same prices
 * and rules.
 */
export const offerVisibility: StoreVisibility = {
  hiddenProductIds: (container, among) => billingOf(container).hiddenProductIds(among),
  productsOfVariants,
  visibilityOf: async (container, productIds, place) => {
    if (!productIds.length) {
      return { hiddenProductIds: new Set(), disabledVariantIds: new Set() }
    }
    return place ? visibilityAt(container, productIds, place) : visibilityAnywhere(container, productIds)
  },
}
