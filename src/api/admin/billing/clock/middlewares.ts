import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { pushClockSchema } from "../../../../contracts/billing-runs"

export const billingClockMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/billing/clock", method: "POST", middlewares: [validateAndTransformBody(pushClockSchema)] },
]
