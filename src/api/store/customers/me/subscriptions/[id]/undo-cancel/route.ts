import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../../modules/core"
import { undoCancelSubscriptionWorkflow } from "../../../../../../../workflows/billing/subscriptions/undo-cancel-subscription"
import { pathId } from "../../../../../../path-id"
import { ownSubscription } from "../../own-subscription"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customer_id = req.auth_context.actor_id
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  await undoCancelSubscriptionWorkflow(req.scope).run({
    input: { id: pathId(req.params.id, "Subscription"), as_of, actor: `customer:${customer_id}`, customer_id },
  })
  res.json({ subscription: await ownSubscription(req) })
}
