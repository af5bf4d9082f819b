import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { whySchema, type WhyAnswer } from "../../../../contracts/discounts/answers"
import { whyCart, whyOrder } from "../../../../workflows/discounts/answers/why-discounts"
import { CART_ROOMS } from "../../../../workflows/rooms"
import { parseInput } from "../../../parse-input"

/** Why the lines of an order or a cart have their prices (D22). */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<WhyAnswer>): Promise<void> {
  const { order_id, cart_id = "" } = parseInput(whySchema, req.query)
  const records =
    order_id === undefined
      ? await whyCart(req.scope, cart_id, CART_ROOMS)
      : await whyOrder(req.scope, order_id, CART_ROOMS)
  res.json({ records })
}
