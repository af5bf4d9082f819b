import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { renewEarlyWorkflow } from "../../../../../../../workflows/billing/changes/renew-early"
import { ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await renewEarlyWorkflow(req.scope).run({ input: await ownRequest(req) })
import { pathId } from "../../../../../../path-id"
import { storeDate } from "../../../../../../store-date"
/** A customer renews before the current period is over (S10): billed as any renewal, from its end on. */
export async function POST(req: AuthenticatedMedusaRequest<Record<string, never>>, res: MedusaResponse): Promise<void> {
  const customer_id = req.auth_context.actor_id
  const id = pathId(req.params.id, "Subscription")
  const as_of = await storeDate(req.scope)
  await renewEarlyWorkflow(req.scope).run({ input: { id, as_of, actor: `customer:${customer_id}`, customer_id } })
  res.json({ subscription: await ownSubscription(req) })
}
