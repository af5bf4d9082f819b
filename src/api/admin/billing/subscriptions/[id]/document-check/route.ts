import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RecordCheckAnswer } from "../../../../../../contracts/billing/documents"
import { checkRecord } from "../../../../../../workflows/billing/documents/check-record"
import { pathId } from "../../../../../path-id"

export async function GET(req: MedusaRequest, res: MedusaResponse<{ checks: RecordCheckAnswer[] }>): Promise<void> {
  res.json({ checks: await checkRecord(req.scope, { subscription_id: pathId(req.params.id, "Subscription") }) })
}
