import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LastOrderAnswer, QuickOrderAgainBody } from "../../../../contracts/customers/quick-orders"
import { changeBasketOf, readBasket } from "../../../../workflows/customers/quick-orders/basket"
import { fillLastOrder } from "../../../../workflows/customers/quick-orders/fill-last-order"
import { askByLink } from "../ask-by-link"
import { presentBasket } from "../present-basket"

export async function POST(req: MedusaRequest<QuickOrderAgainBody>, res: MedusaResponse): Promise<void> {
  const context = await askByLink(req, res, { token: req.validatedBody.token, isCostly: false, isUse: true })
  if (!context) {
    return
  }
  const last = await fillLastOrder(req.scope, context)
  if (last) {
    await changeBasketOf(req.scope, context, { wanted: last.filled.items, adds: false })
  }
  const basket = presentBasket(await readBasket(req.scope, context))
  res.json({ left_out: last?.filled.leftOut ?? [], basket } satisfies LastOrderAnswer)
}
