import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { sessionDataSchema } from "../../../contracts/billing/payment-methods"
import { limitAsks } from "../../limit-asks"
import { parseInput } from "../../parse-input"
import { checkoutData } from "../../../workflows/billing/payment-methods/checkout-data"

type SessionBody = { provider_id?: unknown; data?: Record<string, unknown> }

/** Medusa takes any data for a payment session; some of it would break what reads it. */
function checkSessionData(req: MedusaRequest<SessionBody>, _res: MedusaResponse, next: MedusaNextFunction) {
  parseInput(sessionDataSchema, { data: req.body?.data })
  next()
}

/**
 * A cart with what renews is paid so that the method is saved. Medusa's own route reads the body as it came, and others
 * the validated one: both get it, over whatever the storefront sent.
 */
async function saveMethodAtCheckout(req: MedusaRequest<SessionBody>, _res: MedusaResponse, next: MedusaNextFunction) {
  const providerId = req.body?.provider_id
  const paymentCollectionId = req.params.id
  if (typeof providerId === "string" && paymentCollectionId) {
    const data = await checkoutData(req.scope, { paymentCollectionId, providerId })
    for (const body of [req.body, req.validatedBody]) {
      if (body && Object.keys(data).length) {
        body.data = { ...body.data, ...data }
      }
    }
  }
  next()
}

export const billingPaymentMiddlewares: MiddlewareRoute[] = [
  {
    method: "POST",
    matcher: "/store/payment-collections/:id/payment-sessions",
    middlewares: [checkSessionData, saveMethodAtCheckout],
  },
  {
    method: "POST",
    matcher: "/store/carts/:id/payment-method",
    middlewares: [authenticate("customer", ["session", "bearer"]), limitAsks("payment-method")],
  },
]
