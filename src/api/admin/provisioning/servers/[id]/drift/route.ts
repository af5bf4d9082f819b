import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DriftAnswer } from "../../../../../../contracts/provisioning/servers"
import { driftOfServer } from "../../../../../../workflows/provisioning/servers/drift-of-server"
import { pathId } from "../../../../../path-id"

export async function GET(req: MedusaRequest, res: MedusaResponse<DriftAnswer>): Promise<void> {
  const drift = await driftOfServer(req.scope, pathId(req.params.id, "Server"))
  const differences = (drift ?? []).map(({ serviceId, ...one }) => ({ ...one, service_id: serviceId }))
  res.json({ is_listed: drift !== null, differences })
}
