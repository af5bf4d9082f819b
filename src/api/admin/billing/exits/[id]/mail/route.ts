import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { mailExitWorkflow } from "../../../../../../workflows/billing/exits/decide-exit-request"
import { followExits } from "../../../../../../workflows/billing/exits/follow-exits"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { exitDetail } from "../../present-exit"

export async function POST(req: AuthenticatedMedusaRequest<Record<string, never>>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Exit request")
  await mailExitWorkflow(req.scope).run({ input: { id } })
  await followExits(req.scope, await storeDate(req.scope), id)
  res.json({ exit: await exitDetail(req.scope, id) })
}
