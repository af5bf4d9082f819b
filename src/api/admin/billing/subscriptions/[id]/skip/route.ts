import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SkipRenewalBody } from "../../../../../../contracts/billing/changes"
import { skipRenewalWorkflow } from "../../../../../../workflows/billing/changes/skip-renewal"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest<SkipRenewalBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await storeDate(req.scope)
  const actor = `user:${req.auth_context.actor_id}` as const
  await skipRenewalWorkflow(req.scope).run({ input: { id, ...req.validatedBody, as_of, actor } })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
