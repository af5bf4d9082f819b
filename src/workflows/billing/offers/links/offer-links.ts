import type { MedusaContainer } from "@medusajs/framework/types"
import type { OfferLinksAnswer } from "../../../../contracts/billing/offer-links/offer-links"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { landing, type LandingSettings, type LinkAct } from "../../../../rules/billing"
import { pagesUrl } from "../../payment-pages/payment-link-url"

/** Where links of offers land, by the plugin's options. */
export function landingSettings(container: MedusaContainer): LandingSettings {
  const { storefrontUrl, cartUrl, checkoutUrl } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages
  return { storefrontUrl: storefrontUrl ?? null, cartUrl: cartUrl ?? null, checkoutUrl: checkoutUrl ?? null }
}

/** A link's path below the server's address. */
export const linkPath = (productId: string, act: LinkAct): string => `/pages/shop/${productId}/${act}`

/** The links of a product's offer, for each cycle (B13), and what keeps them from working. */
export async function readOfferLinks(container: MedusaContainer, productId: string): Promise<OfferLinksAnswer> {
  const [stored] = await container.resolve<BillingModuleService>(BILLING_MODULE).offersOf([productId])
  const base = pagesUrl(container)
  const lands = landing("add", { settings: landingSettings(container), cartId: "cart" }).ok
  const url = (act: LinkAct, cycleId: string): string => `${base}${linkPath(productId, act)}?cycle=${cycleId}`
  return {
    missing: base === null ? "pages.url" : lands ? null : "pages.storefrontUrl",
    cycles: (stored?.cycles ?? []).map(({ id }) => ({
      cycle_id: id,
      add_to_cart: url("add", id),
      checkout: url("checkout", id),
    })),
  }
}
