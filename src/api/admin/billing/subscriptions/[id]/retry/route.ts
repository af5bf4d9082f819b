import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { retryRenewalsWorkflow } from "../../../../../../workflows/billing/dunning/retry-renewals"
import { pathId } from "../../../../../path-id"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { result: charges } = await retryRenewalsWorkflow(req.scope).run({
    input: { id, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id), charges })
}
