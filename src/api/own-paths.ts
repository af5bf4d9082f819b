import type { MiddlewareRoute } from "@medusajs/framework/http"
import { jsonOnly } from "./json-only"
import { readablePath } from "./readable-path"

/** Below these, every route is the plugin's own. */
const OWN_PATHS = [
  "/admin/billing",
  "/admin/discounts",
  "/admin/packages",
  "/store/billing",
  "/store/discounts",
  "/store/packages",
  "/store/customers/me/subscriptions",
]

/** What holds for each of the plugin's routes, before anything of it is read. */
export const ownPathMiddlewares: MiddlewareRoute[] = [
  ...OWN_PATHS.map((matcher): MiddlewareRoute => ({ matcher, middlewares: [readablePath, jsonOnly] })),
  // These stand among Medusa's own.
  ...["payment-method", "packages", "packages/:line_id"].map((path): MiddlewareRoute => ({
    matcher: `/store/carts/:id/${path}`,
    method: "POST",
    middlewares: [jsonOnly],
  })),
]
