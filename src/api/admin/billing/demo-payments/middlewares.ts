import type { MiddlewareRoute } from "@medusajs/framework/http"
import { switchSchema } from "../../../../contracts/billing/demo-payments"
import { validateBody } from "../../../validate-body"

export const billingDemoPaymentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/billing/demo-payments",
    method: "POST",
    middlewares: [validateBody(switchSchema)],
  },
]
