import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OfferLinksAnswer } from "../../../../../../contracts/billing/offer-links/offer-links"
import { readOfferLinks } from "../../../../../../workflows/billing/offers/links/offer-links"
import { pathId } from "../../../../../path-id"

/** The links by which the product's cycles are bought. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ links: OfferLinksAnswer }>): Promise<void> {
  res.json({ links: await readOfferLinks(req.scope, pathId(req.params.product_id, "Product")) })
}
