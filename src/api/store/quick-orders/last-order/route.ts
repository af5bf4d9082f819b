import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LastOrderAnswer, QuickOrderAgainBody } from "../../../../contracts/customers/quick-orders"
import { readBasket } from "../../../../workflows/customers/quick-orders/basket"
import { orderAgain } from "../../../../workflows/customers/quick-orders/order-again"
import { askByLink } from "../ask-by-link"
import { presentBasket } from "../present-basket"

export async function POST(req: MedusaRequest<QuickOrderAgainBody>, res: MedusaResponse): Promise<void> {
  const context = await askByLink(req, res, { token: req.validatedBody.token, isCostly: false, isUse: true })
  if (!context) {
    return
  }
  const again = await orderAgain(req.scope, context)
  const basket = presentBasket(await readBasket(req.scope, context))
  res.json({ left_out: again.kind === "filled" ? again.leftOut : [], basket } satisfies LastOrderAnswer)
}
