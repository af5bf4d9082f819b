import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { TestedServer } from "../../../../../../contracts/provisioning/servers"
import { testServer } from "../../../../../../workflows/provisioning/servers/test-server"
import { pathId } from "../../../../../path-id"

export async function POST(req: MedusaRequest, res: MedusaResponse<{ test: TestedServer }>): Promise<void> {
  const reason = await testServer(req.scope, pathId(req.params.id, "Server"))
  res.json({ test: { is_reached: reason === null, reason } })
}
