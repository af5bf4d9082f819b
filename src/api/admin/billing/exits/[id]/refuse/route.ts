import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RefuseExit } from "../../../../../../contracts/billing/exits/exits"
import { refuseExitWorkflow } from "../../../../../../workflows/billing/exits/decide-exit-request"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { exitDetail } from "../../present-exit"

export async function POST(req: AuthenticatedMedusaRequest<RefuseExit>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Exit request")
  const actor = `user:${req.auth_context.actor_id}` as const
  await refuseExitWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, as_of: await storeDate(req.scope), actor },
  })
  res.json({ exit: await exitDetail(req.scope, id) })
}
