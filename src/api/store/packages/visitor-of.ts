import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { StoreVisitor } from "../../../workflows/packages/storefront/find-store-package"
import { shopperOf } from "../billing/products/shopper-of"

/** Who looks at a package: channels, region, currency, and the customer with their groups. */
export async function visitorOf(
  req: AuthenticatedMedusaRequest,
  place: { region_id?: string; currency_code?: string },
): Promise<StoreVisitor> {
  return { ...(await shopperOf(req, place)), customerId: req.auth_context?.actor_id ?? null }
}
