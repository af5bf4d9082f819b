import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"

/** Open to anybody; a logged-in customer sees the discounts of their groups. */
const asVisitor = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export const storeDiscountMiddlewares: MiddlewareRoute[] = [
  { method: "GET", matcher: "/store/discounts/tiers", middlewares: [asVisitor] },
  { method: "GET", matcher: "/store/carts/:id/next-tiers", middlewares: [asVisitor] },
]
