import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SetVisibility } from "../../../../../../contracts/billing/offers"
import { setOfferVisibilityWorkflow } from "../../../../../../workflows/billing/offers/set-offer-visibility"
import { pathId } from "../../../../../path-id"

/** One click in the list: hides an offer or shows it again. */
export async function POST(req: AuthenticatedMedusaRequest<SetVisibility>, res: MedusaResponse): Promise<void> {
  const { result } = await setOfferVisibilityWorkflow(req.scope).run({
    input: { id: pathId(req.params.id, "Offer"), hidden: req.validatedBody.hidden },
  })
  res.json({ offer: result })
}
