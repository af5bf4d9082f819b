import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DocumentListingBody } from "../../../../../../../contracts/packages/orders"
import { setDocumentListingWorkflow } from "../../../../../../../workflows/packages/orders/set-document-listing"
import { pathId } from "../../../../../../path-id"

/** Whether customers' documents list the contents of one package of an order (P3). */
export async function POST(req: AuthenticatedMedusaRequest<DocumentListingBody>, res: MedusaResponse): Promise<void> {
  const order_id = pathId(req.params.id, "Order")
  const line_id = pathId(req.params.line_id, "Line item")
  const { lists_contents } = req.validatedBody
  await setDocumentListingWorkflow(req.scope).run({ input: { order_id, line_id, lists_contents } })
  res.json({ line_id, lists_contents })
}
