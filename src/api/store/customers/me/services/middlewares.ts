import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

/** Medusa's own rule for `/store/customers/me*` holds here, too; this one does not depend on it. */
export const storeServiceMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/customers/me/services", middlewares: [authenticate("customer", ["session", "bearer"])] },
]
