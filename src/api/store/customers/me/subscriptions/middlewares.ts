import { limitAsks } from "../../../../limit-asks"
import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

const PATH = "/store/customers/me/subscriptions"

/**
 * Medusa's own rule for `/store/customers/me*` holds here, too; this one does not depend on it. Without methods it holds
 * for the path and all below it, in Express 4 and 5 alike; a `*` would stop the boot in Express 5.
 */
export const storeSubscriptionMiddlewares: MiddlewareRoute[] = [
  { matcher: PATH, middlewares: [authenticate("customer", ["session", "bearer"])] },
  { matcher: `${PATH}/:id/payment-method`, methods: ["POST"], middlewares: [limitAsks("payment-method")] },
]
