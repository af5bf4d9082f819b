import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { UndoCancelBody } from "../../../../../../contracts/billing/subscriptions"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { undoCancelSubscriptionWorkflow } from "../../../../../../workflows/billing/subscriptions/undo-cancel-subscription"
import { pathId } from "../../../../../path-id"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest<UndoCancelBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  await undoCancelSubscriptionWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
