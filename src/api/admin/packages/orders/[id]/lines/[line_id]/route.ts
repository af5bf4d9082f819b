import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ListContentsBody } from "../../../../../../../contracts/packages/orders"
import { listContentsWorkflow } from "../../../../../../../workflows/packages/orders/list-contents"
import { pathId } from "../../../../../../path-id"

/** Whether customers' documents list the contents of one package of an order (P3). */
export async function POST(req: AuthenticatedMedusaRequest<ListContentsBody>, res: MedusaResponse): Promise<void> {
  const order_id = pathId(req.params.id, "Order")
  const line_id = pathId(req.params.line_id, "Line item")
  const { lists_contents } = req.validatedBody
  await listContentsWorkflow(req.scope).run({ input: { order_id, line_id, lists_contents } })
  res.json({ line_id, lists_contents })
}
