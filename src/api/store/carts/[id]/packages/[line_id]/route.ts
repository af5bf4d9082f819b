import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangePackageBody } from "../../../../../../contracts/packages/cart"
import { changePackageInCartWorkflow } from "../../../../../../workflows/packages/cart/change-package-in-cart"
import { pathId } from "../../../../../path-id"
import { cartAnswer } from "../../../cart-answer"

export async function POST(req: MedusaRequest<ChangePackageBody>, res: MedusaResponse): Promise<void> {
  const cart_id = pathId(req.params.id, "Cart")
  const line_id = pathId(req.params.line_id, "Line item")
  await changePackageInCartWorkflow(req.scope).run({ input: { ...req.validatedBody, cart_id, line_id } })
  res.json(await cartAnswer(req, cart_id))
}
