import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import {
  holdServicesOfOrder,
  releaseServicesOfOrder,
} from "../../../workflows/provisioning/stock/hold-services-of-order"
import { beforeAnswer } from "../../before-answer"
import { pathId } from "../../path-id"

/** Before a draft becomes an order, and an edit is confirmed: of what is sold out no more is sold (S9). */
async function hold(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const held = await holdServicesOfOrder(req.scope, pathId(req.params.id, "Order"))
  beforeAnswer(res, next, async (body, isDone) => {
    if (!isDone) {
      await releaseServicesOfOrder(req.scope, held)
    }
    return body
  })
}

export const orderServiceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/order-edits/:id/confirm", method: ["POST"], middlewares: [hold] },
  { matcher: "/admin/draft-orders/:id/convert-to-order", method: ["POST"], middlewares: [hold] },
]
