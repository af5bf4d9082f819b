import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { cancelOwnSubscriptionSchema, undoOwnCancelSchema } from "../../../../../contracts/billing/subscriptions"
import { validateBody } from "../../../../validate-body"

const PATH = "/store/customers/me/subscriptions"

/**
 * Medusa's own rule for `/store/customers/me*` holds here, too; this one does not depend on it. Without methods it holds
 * for the path and all below it, in Express 4 and 5 alike; a `*` would stop the boot in Express 5.
 */
export const storeSubscriptionMiddlewares: MiddlewareRoute[] = [
  { matcher: PATH, middlewares: [authenticate("customer", ["session", "bearer"])] },
  {
    matcher: `${PATH}/:id/cancel`,
    method: "POST",
    middlewares: [validateBody(cancelOwnSubscriptionSchema)],
  },
  { matcher: `${PATH}/:id/undo-cancel`, method: "POST", middlewares: [validateBody(undoOwnCancelSchema)] },
]
