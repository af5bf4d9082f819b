import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { deleteOfferSchema, type OfferAnswer, type SaveOffer } from "../../../../../../contracts/billing/offers"
import { deleteOfferWorkflow } from "../../../../../../workflows/billing/offers/delete-offer"
import { readOfferAnswers } from "../../../../../../workflows/billing/offers/read-offer-answers"
import { saveOfferWorkflow } from "../../../../../../workflows/billing/offers/save-offer"
import { parseInput } from "../../../../../parse-input"
import { pathId } from "../../../../../path-id"

const productIdOf = (req: AuthenticatedMedusaRequest<unknown>): string => pathId(req.params.product_id, "Product")

const answer = async (container: MedusaContainer, productId: string): Promise<{ offer: OfferAnswer | null }> => {
  const [offer = null] = await readOfferAnswers(container, [productId])
  return { offer }
}

/** How a product is sold; `offer: null` where it has no offer. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await answer(req.scope, productIdOf(req)))
}

/** Creates the offer, or makes it what is sent. */
export async function POST(req: AuthenticatedMedusaRequest<SaveOffer>, res: MedusaResponse): Promise<void> {
  const product_id = productIdOf(req)
  await saveOfferWorkflow(req.scope).run({ input: { product_id, offer: req.validatedBody } })
  res.json(await answer(req.scope, product_id))
}

/** Refused with their number while subscriptions run on the product, and where it is no longer the given `version`. */
export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const product_id = productIdOf(req)
  const { version } = parseInput(deleteOfferSchema, req.query)
  const { result: id } = await deleteOfferWorkflow(req.scope).run({ input: { product_id, version } })
  res.json({ id, object: "billing_offer", deleted: true, parent: { id: product_id } })
}
