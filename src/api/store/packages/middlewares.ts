import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

/** Open to anybody; a logged-in customer sees their groups' prices. */
const asVisitor = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export const storePackageMiddlewares: MiddlewareRoute[] = [
  { method: "GET", matcher: "/store/packages/:product_id", middlewares: [asVisitor] },
  { method: "POST", matcher: "/store/packages/:product_id/price", middlewares: [asVisitor] },
]
