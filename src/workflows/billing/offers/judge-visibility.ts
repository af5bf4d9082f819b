import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { isCycleEnabled } from "../../../rules/billing/offers/is-cycle-enabled"
import { loadBasePrices } from "./load-base-prices"
import { loadOfferTerms } from "./steps/load-offer-terms"

/** Where a visitor shops: decides which price is the base price. null: nobody knows. */
export type ShoppingPlace = { currencyCode: string; regionId: string | null } | null

export interface Visibility {
  /** Products whose offer is hidden (B10). */
  hiddenProductIds: Set<string>
  /** Variants whose cycle is disabled there; where the place is not known, those that are disabled everywhere (B6). */
  disabledVariantIds: Set<string>
}

async function disabledAt(
  container: MedusaContainer,
  productIds: string[],
  place: NonNullable<ShoppingPlace>,
): Promise<Visibility> {
  const terms = [...(await loadOfferTerms(container, { productIds, ...place })).values()]
  const isDisabled = ({ offer, cycles }: (typeof terms)[number]) =>
    cycles.filter((cycle) => !isCycleEnabled(offer.paymentType, cycle.basePrice)).map((cycle) => cycle.variantId)
  return {
    hiddenProductIds: new Set(terms.filter(({ offer }) => offer.hidden).map(({ offer }) => offer.productId)),
    disabledVariantIds: new Set(terms.flatMap(isDisabled)),
  }
}

async function disabledEverywhere(container: MedusaContainer, productIds: string[]): Promise<Visibility> {
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const stored = await billing.offersOf(productIds)
  const cycles = stored.flatMap((one) =>
    one.cycles.map(({ variant_id }) => ({ variantId: variant_id, paymentType: one.offer.payment_type })),
  )
  const prices = await loadBasePrices(
    container,
    cycles.map((cycle) => cycle.variantId),
    { withRegional: true },
  )
  const isEnabled = ({ variantId, paymentType }: (typeof cycles)[number]) =>
    isCycleEnabled(paymentType, null) ||
    (prices.get(variantId)?.prices ?? []).some((price) => isCycleEnabled(paymentType, price.amount))
  return {
    hiddenProductIds: new Set(stored.filter(({ offer }) => offer.hidden).map(({ offer }) => offer.product_id)),
    disabledVariantIds: new Set(cycles.filter((cycle) => !isEnabled(cycle)).map((cycle) => cycle.variantId)),
  }
}

/**
 * What of these products a visitor is not to see. One statement where none has an offer, and a handful however many
 * have. Cart and completion refuse by the same figures and rules.
 */
export async function judgeVisibility(
  container: MedusaContainer,
  productIds: string[],
  place: ShoppingPlace,
): Promise<Visibility> {
  if (!productIds.length) {
    return { hiddenProductIds: new Set(), disabledVariantIds: new Set() }
  }
  return place ? disabledAt(container, productIds, place) : disabledEverywhere(container, productIds)
}
