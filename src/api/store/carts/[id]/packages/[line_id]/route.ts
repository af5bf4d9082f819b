import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangePackageBody } from "../../../../../../contracts/packages/cart"
import { changePackageInCartWorkflow } from "../../../../../../workflows/packages/cart/change-package-in-cart"
import { storeNow } from "../../../../../now"
import { pathId } from "../../../../../path-id"
import { cartAnswer } from "../../../cart-answer"

export async function POST(req: MedusaRequest<ChangePackageBody>, res: MedusaResponse): Promise<void> {
  const cart_id = pathId(req.params.id, "Cart")
  const line_id = pathId(req.params.line_id, "Line item")
  const now = await storeNow(req.scope)
  await changePackageInCartWorkflow(req.scope).run({ input: { ...req.validatedBody, cart_id, line_id, now } })
  res.json(await cartAnswer(req, cart_id))
}
