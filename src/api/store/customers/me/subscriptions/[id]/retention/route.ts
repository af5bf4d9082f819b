import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RetainOwnSubscriptionBody } from "../../../../../../../contracts/billing/changes"
import { retainSubscriptionWorkflow } from "../../../../../../../workflows/billing/changes/retain-subscription"
import { ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(
  req: AuthenticatedMedusaRequest<RetainOwnSubscriptionBody>,
  res: MedusaResponse,
): Promise<void> {
  await retainSubscriptionWorkflow(req.scope).run({ input: { ...(await ownRequest(req)), ...req.validatedBody } })
  res.json({ subscription: await ownSubscription(req) })
}
