import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import {
  holdServicesOfOrder,
  releaseServicesOfOrder,
} from "../../../workflows/provisioning/stock/hold-services-of-order"
import { beforeAnswer } from "../../before-answer"
import { pathId } from "../../path-id"

/** The order that a path is about. */
type OrderOf = (req: MedusaRequest) => Promise<string>

const ownOrder: OrderOf = async (req) => pathId(req.params.id, "Order")
const orderOfExchange: OrderOf = async (req) =>
  (await req.scope.resolve(Modules.ORDER).retrieveOrderExchange(pathId(req.params.id, "Exchange"))).order_id

/** Before a draft becomes an order, an edit is confirmed, or an exchange hands something out: of what is sold out no more is sold (S9). */
const hold =
  (orderOf: OrderOf) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const held = await holdServicesOfOrder(req.scope, await orderOf(req))
    beforeAnswer(res, next, async (body, isDone) => {
      if (!isDone) {
        await releaseServicesOfOrder(req.scope, held)
      }
      return body
    })
  }

export const orderServiceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/order-edits/:id/confirm", method: ["POST"], middlewares: [hold(ownOrder)] },
  { matcher: "/admin/draft-orders/:id/convert-to-order", method: ["POST"], middlewares: [hold(ownOrder)] },
  { matcher: "/admin/exchanges/:id/request", method: ["POST"], middlewares: [hold(orderOfExchange)] },
]
