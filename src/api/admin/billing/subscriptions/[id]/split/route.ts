import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SplitSubscriptionBody } from "../../../../../../contracts/billing/subscriptions"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { splitSubscriptionWorkflow } from "../../../../../../workflows/billing/subscriptions/split-subscription"
import { pathId } from "../../../../../path-id"
import { subscriptionDetail } from "../../subscription-detail"

/** Answers both: the one that units were split off, and the new one that has them. */
export async function POST(req: AuthenticatedMedusaRequest<SplitSubscriptionBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { result } = await splitSubscriptionWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.status(201).json({
    subscription: await subscriptionDetail(req.scope, id),
    split_off: await subscriptionDetail(req.scope, result.id),
  })
}
