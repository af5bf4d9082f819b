import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PauseSubscriptionBody } from "../../../../../../contracts/billing/changes"
import { pauseSubscriptionWorkflow } from "../../../../../../workflows/billing/changes/pause-subscription"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest<PauseSubscriptionBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await storeDate(req.scope)
  const actor = `user:${req.auth_context.actor_id}` as const
  await pauseSubscriptionWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, until: req.validatedBody.until ?? null, as_of, actor },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
