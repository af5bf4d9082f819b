import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listQueueSchema, type QueueAnswer } from "../../../../contracts/provisioning/services"
import { listQueuedCalls, PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../../modules/provisioning"
import { parseInput } from "../../../parse-input"
import { presentCall } from "../services/present-service"

export async function GET(req: MedusaRequest, res: MedusaResponse<QueueAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listQueueSchema, req.query)
  const { knex } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const { calls, count } = await listQueuedCalls(knex, filters, { limit, offset })
  const shown = calls.map((row) => {
    const { title, provider_id, email, order_id } = row
    return { ...presentCall(row), title, provider_id, email, order_id }
  })
  res.json({ calls: shown, count, limit, offset })
}
