import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OfferPositions } from "../../../../../contracts/billing/offers"
import { placeOffersWorkflow } from "../../../../../workflows/billing/offers/place-offers"

/** Puts the offers of a group into an order: all of them, the first first. */
export async function POST(req: MedusaRequest<OfferPositions>, res: MedusaResponse): Promise<void> {
  const { ids } = req.validatedBody
  await placeOffersWorkflow(req.scope).run({ input: { ids } })
  res.json({ ids })
}
