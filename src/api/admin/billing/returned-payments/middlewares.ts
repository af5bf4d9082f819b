import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MathBN } from "@medusajs/framework/utils"
import {
  refuseCancellationOfReturned,
  refuseRefundOfReturned,
} from "../../../../workflows/billing/orders/refuse-returned"
import { pathId } from "../../../path-id"

/*
 * Before Medusa's own routes: what a payer's bank has taken back is given back by no provider (decision 0084), and what went to the
 * customer's balance is not given back again. Medusa would ask the provider, and answer with its words.
 */

async function refuseCancellation(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  await refuseCancellationOfReturned(req.scope, pathId(req.params.id, "Order"))
  next()
}

async function refuseRefund(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const { amount } = (req.body ?? {}) as { amount?: unknown }
  await refuseRefundOfReturned(req.scope, {
    paymentId: pathId(req.params.id, "Payment"),
    amount: typeof amount === "number" && Number.isFinite(amount) ? MathBN.convert(amount).toFixed() : null,
  })
  next()
}

export const returnedPaymentMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/cancel", methods: ["POST"], middlewares: [refuseCancellation] },
  { matcher: "/admin/payments/:id/refund", methods: ["POST"], middlewares: [refuseRefund] },
]
