import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SuspensionBody } from "../../../../../../contracts/billing/dunning"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { suspendSubscriptionWorkflow } from "../../../../../../workflows/billing/dunning/suspend-subscription"
import { pathId } from "../../../../../path-id"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest<SuspensionBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  await suspendSubscriptionWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
