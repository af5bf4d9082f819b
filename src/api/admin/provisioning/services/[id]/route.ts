import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeService } from "../../../../../contracts/provisioning/services"
import { changeServiceWorkflow } from "../../../../../workflows/provisioning/services/change-service"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"
import { serviceDetail } from "../service-detail"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ service: await serviceDetail(req.scope, pathId(req.params.id, "Service")) })
}

export async function POST(req: AuthenticatedMedusaRequest<ChangeService>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Service")
  const actor = `user:${req.auth_context.actor_id}` as const
  const as_of = await storeDate(req.scope)
  await changeServiceWorkflow(req.scope).run({ input: { id, change: req.validatedBody, as_of, actor } })
  res.json({ service: await serviceDetail(req.scope, id) })
}
