import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { loadOfferTerms } from "./steps/load-offer-terms"

/** How products with an offer are sold: their cycles with set-up fees, and what is sold on request (B9). */
export const termsOfProducts = {
  onRequestIds: async (container: MedusaContainer): Promise<string[]> => {
    const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
    const wanted = { hidden: false, on_request: true }
    const offers = await billing.listOffers(wanted, { select: ["product_id"], take: null })
    return offers.map(({ product_id }) => product_id)
  },

  of: async (container: MedusaContainer, productIds: string[], place: { currencyCode: string; regionId: string }) => {
    const loaded = await loadOfferTerms(container, { productIds, ...place })
    return new Map(
      [...loaded].map(([productId, { offer, cycles }]) => [
        productId,
        {
          isOnRequest: offer.onRequest,
          variants: new Map(cycles.map(({ variantId, interval, setupFee }) => [variantId, { interval, setupFee }])),
        },
      ]),
    )
  },
}
