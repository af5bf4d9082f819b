import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeSubscriptionBody } from "../../../../../../contracts/billing/changes"
import { changeSubscriptionWorkflow } from "../../../../../../workflows/billing/changes/change-subscription"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeSubscriptionBody>,
  res: MedusaResponse,
): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const { expected, version, ...wish } = req.validatedBody
  const as_of = await storeDate(req.scope)
  await changeSubscriptionWorkflow(req.scope).run({
    input: { id, wish, expected, version, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
