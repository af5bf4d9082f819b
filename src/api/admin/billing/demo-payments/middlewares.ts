import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { switchSchema } from "../../../../providers/demo-payment/switch-schema"

export const billingDemoPaymentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/billing/demo-payments",
    method: "POST",
    middlewares: [validateAndTransformBody(switchSchema)],
  },
]
