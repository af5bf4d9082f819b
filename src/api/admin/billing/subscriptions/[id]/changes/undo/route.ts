import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { UndoChangeBody } from "../../../../../../../contracts/billing/changes"
import { undoChangeWorkflow } from "../../../../../../../workflows/billing/changes/undo-change"
import { pathId } from "../../../../../../path-id"
import { storeDate } from "../../../../../../store-date"
import { subscriptionDetail } from "../../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest<UndoChangeBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await storeDate(req.scope)
  await undoChangeWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
