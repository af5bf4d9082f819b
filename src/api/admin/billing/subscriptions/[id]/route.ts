import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pathId } from "../../../../path-id"
import { subscriptionDetail } from "../subscription-detail"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ subscription: await subscriptionDetail(req.scope, pathId(req.params.id, "Subscription")) })
}
