import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PricePackageBody, StorePackagePriceAnswer } from "../../../../../contracts/packages/store"
import { priceStorePackage } from "../../../../../workflows/packages/storefront/price-store-package"
import { storeNow } from "../../../../now"
import { pathId } from "../../../../path-id"
import { visitorOf } from "../../visitor-of"

/** What the package costs with these choices, as a cart would have it; nothing is written. */
export async function POST(
  req: AuthenticatedMedusaRequest<PricePackageBody>,
  res: MedusaResponse<{ price: StorePackagePriceAnswer }>,
): Promise<void> {
  const product_id = pathId(req.params.product_id, "Package")
  const { region_id, currency_code, ...asked } = req.validatedBody
  const visitor = await visitorOf(req, { region_id, currency_code })
  const now = await storeNow(req.scope)
  res.json({ price: await priceStorePackage(req.scope, { ...asked, product_id, now }, visitor) })
}
