import type { MiddlewareRoute } from "@medusajs/framework/http"
import { startRunSchema } from "../../../../contracts/billing/runs"
import { validateBody } from "../../../validate-body"

export const billingRunMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/billing/runs", method: "POST", middlewares: [validateBody(startRunSchema)] },
]
