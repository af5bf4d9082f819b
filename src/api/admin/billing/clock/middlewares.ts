import type { MiddlewareRoute } from "@medusajs/framework/http"
import { pushClockSchema } from "../../../../contracts/billing/clock"
import { validateBody } from "../../../validate-body"

export const billingClockMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/billing/clock", method: "POST", middlewares: [validateBody(pushClockSchema)] },
]
