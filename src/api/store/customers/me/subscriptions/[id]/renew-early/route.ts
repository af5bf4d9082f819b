import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { renewEarlyWorkflow } from "../../../../../../../workflows/billing/changes/renew-early"
import { ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

/** A customer renews before the current period is over (S10): billed as any renewal, from its end on. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await renewEarlyWorkflow(req.scope).run({ input: await ownRequest(req) })
  res.json({ subscription: await ownSubscription(req) })
}
