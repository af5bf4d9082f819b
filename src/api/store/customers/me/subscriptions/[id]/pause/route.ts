import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PauseOwnSubscriptionBody } from "../../../../../../../contracts/billing/changes"
import { pauseSubscriptionWorkflow } from "../../../../../../../workflows/billing/changes/pause-subscription"
import { BY_CUSTOMER, ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(
  req: AuthenticatedMedusaRequest<PauseOwnSubscriptionBody>,
  res: MedusaResponse,
): Promise<void> {
  await pauseSubscriptionWorkflow(req.scope).run({
    input: {
      ...(await ownRequest(req)),
      until: req.validatedBody.until,
      reason: req.validatedBody.reason || BY_CUSTOMER,
    },
  })
  res.json({ subscription: await ownSubscription(req) })
}
