import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { readCartQuery } from "./cart-answer"

/** Open to anybody; a logged-in customer sees the prices of their groups. */
const asVisitor = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

/** What is sold with a cart: taking it answers the cart as Medusa's own routes do. */
export const storeCrossSellMiddlewares: MiddlewareRoute[] = [
  { method: "GET", matcher: "/store/carts/:id/cross-sells", middlewares: [asVisitor] },
  { method: "POST", matcher: "/store/carts/:id/cross-sells", middlewares: [asVisitor, readCartQuery] },
]
