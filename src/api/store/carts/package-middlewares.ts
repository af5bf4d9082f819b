import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readCartQuery } from "./cart-answer"

/** Packages and rentals in carts: a change answers the cart as Medusa's own routes do. */
export const storeCartPackageMiddlewares: MiddlewareRoute[] = [
  { method: "POST", matcher: "/store/carts/:id/packages", middlewares: [readCartQuery] },
  { method: "POST", matcher: "/store/carts/:id/packages/:line_id", middlewares: [readCartQuery] },
  { method: "POST", matcher: "/store/carts/:id/rentals", middlewares: [readCartQuery] },
]
