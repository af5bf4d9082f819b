import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

/** As for the customer's subscriptions: the log-in does not depend on Medusa's own rule for `/store/customers/me*`. */
export const storeSalesMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/customers/me/sales", middlewares: [authenticate("customer", ["session", "bearer"])] },
]
