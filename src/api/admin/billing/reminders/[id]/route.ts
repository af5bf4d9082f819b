import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pathId } from "../../../../path-id"
import { reminderDetail } from "../reminder-detail"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ reminder: await reminderDetail(req.scope, pathId(req.params.id, "Reminder")) })
}
