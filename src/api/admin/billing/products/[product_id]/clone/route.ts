import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CloneOffer } from "../../../../../../contracts/billing/offer-links/clone-offer"
import { cloneOfferWorkflow } from "../../../../../../workflows/billing/offers/clone/clone-offer"
import { readOfferAnswers } from "../../../../../../workflows/billing/offers/read-offer-answers"
import { pathId } from "../../../../../path-id"

/** A product like this one with the same offer, hidden. */
export async function POST(req: AuthenticatedMedusaRequest<CloneOffer>, res: MedusaResponse): Promise<void> {
  const product_id = pathId(req.params.product_id, "Product")
  const { result } = await cloneOfferWorkflow(req.scope).run({
    input: { product_id, title: req.validatedBody.title },
  })
  const [offer] = await readOfferAnswers(req.scope, [result.offer.product_id])
  res.status(201).json({ offer })
}
