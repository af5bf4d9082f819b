import type { MedusaContainer } from "@medusajs/framework/types"
import type { OfferAnswer } from "../../../contracts/billing/offers"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { offerAnswer } from "../../../rules/billing"
import { loadBasePrices } from "./load-base-prices"

/** The offers of products as the Admin API answers them, in any order. Six statements however many. */
export async function readOfferAnswers(container: MedusaContainer, productIds: string[]): Promise<OfferAnswer[]> {
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const stored = await billing.offersOf(productIds)
  const variantIds = stored.flatMap(({ cycles }) => cycles.map((cycle) => cycle.variant_id))
  const prices = await loadBasePrices(container, variantIds)
  return stored.map((offer) => offerAnswer(offer, (variantId) => prices.get(variantId)?.prices ?? []))
}
