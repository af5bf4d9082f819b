import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AddPackageBody } from "../../../../../contracts/packages/cart"
import { addPackageToCartWorkflow } from "../../../../../workflows/packages/cart/add-package-to-cart"
import { storeNow } from "../../../../now"
import { pathId } from "../../../../path-id"
import { cartAnswer } from "../../cart-answer"

export async function POST(req: MedusaRequest<AddPackageBody>, res: MedusaResponse): Promise<void> {
  const cart_id = pathId(req.params.id, "Cart")
  const now = await storeNow(req.scope)
  await addPackageToCartWorkflow(req.scope).run({ input: { ...req.validatedBody, cart_id, now } })
  res.json(await cartAnswer(req, cart_id))
}
