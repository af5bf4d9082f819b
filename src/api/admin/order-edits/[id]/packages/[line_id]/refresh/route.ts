import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RefreshPreviewAnswer } from "../../../../../../../contracts/packages/orders"
import { previewRefresh } from "../../../../../../../workflows/packages/orders/preview-refresh"
import { storeNow } from "../../../../../../now"
import { pathId } from "../../../../../../path-id"

/** What the recipe of now would change of a sold package. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<RefreshPreviewAnswer>): Promise<void> {
  const orderId = pathId(req.params.id, "Order")
  const lineId = pathId(req.params.line_id, "Line item")
  res.json(await previewRefresh(req.scope, { orderId, lineId, now: await storeNow(req.scope) }))
}
