import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PlacedAnswer, PlaceQuickOrderBody } from "../../../../contracts/customers/quick-orders"
import { placeOrderOfLink } from "../../../../workflows/customers/quick-orders/place-quick-order"
import { storeNow } from "../../../now"
import { placedOrderOf } from "../../../placed-order"
import { paymentPageOf } from "../../../quick-order-payment"
import { askByLink } from "../ask-by-link"
import { presentChange } from "../present-basket"

export async function POST(req: MedusaRequest<PlaceQuickOrderBody>, res: MedusaResponse): Promise<void> {
  const { token, turn, attempt, shown } = req.validatedBody
  const context = await askByLink(req, res, { token, isCostly: true, isUse: true })
  if (!context) {
    return
  }
  const placed = await placeOrderOfLink(req.scope, context, {
    turn,
    attempt,
    shown: { total: shown.total, lines: shown.lines.map(({ key, total }) => ({ variantId: key, price: total })) },
    now: new Date(),
    at: new Date(await storeNow(req.scope)),
  })
  const orderId = placed.kind === "placed" ? placed.orderId : null
  const order = orderId === null ? null : await placedOrderOf(req, orderId)
  res.json({
    outcome: placed.kind,
    changes: placed.kind === "changed" ? placed.changes.map(presentChange) : [],
    order: order && {
      id: order.id,
      display_id: order.display_id,
      currency_code: order.currency_code,
      total: order.total,
    },
    payment_url: orderId === null ? null : await paymentPageOf(req, orderId),
  } satisfies PlacedAnswer)
}
