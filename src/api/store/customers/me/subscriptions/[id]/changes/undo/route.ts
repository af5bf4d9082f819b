import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { undoChangeWorkflow } from "../../../../../../../../workflows/billing/changes/undo-change"
import { pathId } from "../../../../../../../path-id"
import { storeDate } from "../../../../../../../store-date"
import { ownSubscription } from "../../../own-subscription"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customer_id = req.auth_context.actor_id
  const as_of = await storeDate(req.scope)
  await undoChangeWorkflow(req.scope).run({
    input: { id: pathId(req.params.id, "Subscription"), as_of, actor: `customer:${customer_id}`, customer_id },
  })
  res.json({ subscription: await ownSubscription(req) })
}
