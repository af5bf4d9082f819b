import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CreateServer } from "../../../../contracts/provisioning/servers"
import { createServerWorkflow } from "../../../../workflows/provisioning/servers/save-server"
import { presentServers, serverById } from "./present-server"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ servers: await presentServers(req.scope) })
}

export async function POST(req: AuthenticatedMedusaRequest<CreateServer>, res: MedusaResponse): Promise<void> {
  const { result } = await createServerWorkflow(req.scope).run({ input: { server: req.validatedBody } })
  res.status(201).json({ server: await serverById(req.scope, result) })
}
