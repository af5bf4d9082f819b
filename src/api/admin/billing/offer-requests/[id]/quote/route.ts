import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { QuoteOfferRequest } from "../../../../../../contracts/billing/offer-requests/offer-requests"
import { quoteOfferRequestWorkflow } from "../../../../../../workflows/billing/offer-requests/quote-offer-request"
import { addDraftFees } from "../../../../../../workflows/billing/orders/add-draft-fees"
import { addDraftPackages } from "../../../../../../workflows/packages/orders/add-draft-packages"
import { priceDraftPercentArticles } from "../../../../../../workflows/packages/percent-articles/price-draft-percent-articles"
import { storeNow } from "../../../../../now"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { offerRequestDetail } from "../../present-offer-request"

export async function POST(req: AuthenticatedMedusaRequest<QuoteOfferRequest>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Request")
  const { actor_id } = req.auth_context
  const { result: order_id } = await quoteOfferRequestWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of: await storeDate(req.scope), actor: `user:${actor_id}` },
  })
  // As for a draft that an admin makes: what is in its package, and its set-up fees.
  await addDraftPackages(req.scope, { order_id, actor_id, now: await storeNow(req.scope) })
  await addDraftFees(req.scope, { order_id, actor_id })
  await priceDraftPercentArticles(req.scope, { order_id, actor_id })
  res.json({ request: await offerRequestDetail(req.scope, id) })
}
