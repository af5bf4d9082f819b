import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CloseOfferRequest } from "../../../../../../contracts/billing/offer-requests/offer-requests"
import { closeOfferRequestWorkflow } from "../../../../../../workflows/billing/offer-requests/close-offer-request"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { offerRequestDetail } from "../../present-offer-request"

export async function POST(req: AuthenticatedMedusaRequest<CloseOfferRequest>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Request")
  await offerRequestDetail(req.scope, id)
  const actor = `user:${req.auth_context.actor_id}`
  await closeOfferRequestWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of: await storeDate(req.scope), actor },
  })
  res.json({ request: await offerRequestDetail(req.scope, id) })
}
