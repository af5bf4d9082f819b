import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { startRunSchema } from "../../../../contracts/billing-runs"

export const billingRunMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/billing/runs", method: "POST", middlewares: [validateAndTransformBody(startRunSchema)] },
]
