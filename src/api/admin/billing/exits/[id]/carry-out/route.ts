import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CarryOutExit } from "../../../../../../contracts/billing/exits/exits"
import { carryOutExitWorkflow } from "../../../../../../workflows/billing/exits/carry-out-exit"
import { followExits } from "../../../../../../workflows/billing/exits/follow-exits"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { exitDetail } from "../../present-exit"

export async function POST(req: AuthenticatedMedusaRequest<CarryOutExit>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Exit request")
  const { when, note } = req.validatedBody
  const as_of = await storeDate(req.scope)
  await carryOutExitWorkflow(req.scope).run({
    input: { id, when, note: note || null, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  await followExits(req.scope, as_of, id)
  res.json({ exit: await exitDetail(req.scope, id) })
}
