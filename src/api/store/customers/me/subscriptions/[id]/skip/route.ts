import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SkipOwnRenewalBody } from "../../../../../../../contracts/billing/changes"
import { skipRenewalWorkflow } from "../../../../../../../workflows/billing/changes/skip-renewal"
import { BY_CUSTOMER, ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(req: AuthenticatedMedusaRequest<SkipOwnRenewalBody>, res: MedusaResponse): Promise<void> {
  await skipRenewalWorkflow(req.scope).run({
    input: { ...(await ownRequest(req)), reason: req.validatedBody.reason || BY_CUSTOMER },
  })
  res.json({ subscription: await ownSubscription(req) })
}
