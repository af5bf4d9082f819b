import type { MiddlewareRoute } from "@medusajs/framework/http"
import { jsonOnly } from "./json-only"
import { readablePath } from "./readable-path"

/** Below these, every route is the plugin's own. */
const OWN_PATHS = [
  "/admin/billing",
  "/admin/discounts",
  "/store/billing",
  "/store/discounts",
  "/store/customers/me/subscriptions",
]

/** What holds for each of the plugin's routes, before anything of it is read. */
export const ownPathMiddlewares: MiddlewareRoute[] = [
  ...OWN_PATHS.map((matcher): MiddlewareRoute => ({ matcher, middlewares: [readablePath, jsonOnly] })),
  // This one stands among Medusa's own.
  { matcher: "/store/carts/:id/payment-method", method: "POST", middlewares: [jsonOnly] },
]
