import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resumeSubscriptionWorkflow } from "../../../../../../../workflows/billing/dunning/resume-subscription"
import { BY_CUSTOMER, ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await resumeSubscriptionWorkflow(req.scope).run({ input: { ...(await ownRequest(req)), reason: BY_CUSTOMER } })
  res.json({ subscription: await ownSubscription(req) })
}
