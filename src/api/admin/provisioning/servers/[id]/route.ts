import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SaveServer } from "../../../../../contracts/provisioning/servers"
import { deleteServerWorkflow } from "../../../../../workflows/provisioning/servers/delete-server"
import { saveServerWorkflow } from "../../../../../workflows/provisioning/servers/save-server"
import { pathId } from "../../../../path-id"
import { serverById } from "../present-server"

export async function POST(req: AuthenticatedMedusaRequest<SaveServer>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Server")
  await saveServerWorkflow(req.scope).run({ input: { id, server: req.validatedBody } })
  res.json({ server: await serverById(req.scope, id) })
}

export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Server")
  await deleteServerWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "server", deleted: true })
}
