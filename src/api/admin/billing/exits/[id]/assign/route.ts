import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AssignExit } from "../../../../../../contracts/billing/exits/exits"
import { assignExitWorkflow } from "../../../../../../workflows/billing/exits/decide-exit-request"
import { pathId } from "../../../../../path-id"
import { exitDetail } from "../../present-exit"

export async function POST(req: AuthenticatedMedusaRequest<AssignExit>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Exit request")
  await assignExitWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json({ exit: await exitDetail(req.scope, id) })
}
