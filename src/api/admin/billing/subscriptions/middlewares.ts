import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import {
  cancelSubscriptionSchema,
  migratePriceSchema,
  splitSubscriptionSchema,
  undoCancelSchema,
} from "../../../../contracts/billing/subscriptions"
import { validateBody } from "../../../validate-body"

const post = (path: string, schema: z.ZodType): MiddlewareRoute => ({
  matcher: `/admin/billing/subscriptions${path}`,
  method: "POST",
  middlewares: [validateBody(schema)],
})

export const billingSubscriptionMiddlewares: MiddlewareRoute[] = [
  post("/migrate-price", migratePriceSchema),
  post("/:id/cancel", cancelSubscriptionSchema),
  post("/:id/undo-cancel", undoCancelSchema),
  post("/:id/split", splitSubscriptionSchema),
]
