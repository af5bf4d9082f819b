import type { MiddlewareRoute } from "@medusajs/framework/http"
import { readCartQuery } from "./cart-answer"

/** Packages in carts: their answers have the fields that the request asks for. */
export const storeCartPackageMiddlewares: MiddlewareRoute[] = [
  { method: "POST", matcher: "/store/carts/:id/packages", middlewares: [readCartQuery] },
  { method: "POST", matcher: "/store/carts/:id/packages/:line_id", middlewares: [readCartQuery] },
]
