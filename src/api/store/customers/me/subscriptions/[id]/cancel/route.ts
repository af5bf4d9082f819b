import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CancelOwnSubscriptionBody } from "../../../../../../../contracts/billing/subscriptions"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../../modules/core"
import { cancelSubscriptionWorkflow } from "../../../../../../../workflows/billing/subscriptions/cancel-subscription"
import { pathId } from "../../../../../../path-id"
import { ownSubscription } from "../../own-subscription"

export async function POST(
  req: AuthenticatedMedusaRequest<CancelOwnSubscriptionBody>,
  res: MedusaResponse,
): Promise<void> {
  const { when, reason } = req.validatedBody
  const customer_id = req.auth_context.actor_id
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  await cancelSubscriptionWorkflow(req.scope).run({
    input: {
      id: pathId(req.params.id, "Subscription"),
      when,
      reason: reason || null,
      as_of,
      actor: `customer:${customer_id}`,
      customer_id,
      only_if_allowed: true,
    },
  })
  res.json({ subscription: await ownSubscription(req) })
}
