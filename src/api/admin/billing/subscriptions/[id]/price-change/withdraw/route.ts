import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { WithdrawPriceChangeBody } from "../../../../../../../contracts/billing/price-changes"
import { withdrawPriceChangeWorkflow } from "../../../../../../../workflows/billing/price-changes/withdraw-price-change"
import { pathId } from "../../../../../../path-id"
import { storeDate } from "../../../../../../store-date"
import { subscriptionDetail } from "../../../subscription-detail"

export async function POST(
  req: AuthenticatedMedusaRequest<WithdrawPriceChangeBody>,
  res: MedusaResponse,
): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await storeDate(req.scope)
  await withdrawPriceChangeWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
