import type { MiddlewareRoute } from "@medusajs/framework/http"
import { jsonOnly } from "./json-only"
import { readablePath } from "./readable-path"

/** Below these, every route is the plugin's own. */
const OWN_PATHS = [
  "/admin/billing",
  "/admin/crm",
  "/admin/discounts",
  "/admin/packages",
  "/admin/quick-order-links",
  "/admin/provisioning",
  "/admin/sales",
  "/store/billing",
  "/store/discounts",
  "/store/packages",
  "/store/quick-orders",
  "/store/customers/me/invoices",
  "/store/customers/me/services",
  "/store/customers/me/sales",
  "/store/customers/me/subscriptions",
]

/** Own routes that stand among Medusa's. */
const AMONG_OTHERS = [
  "/store/carts/:id/payment-method",
  "/store/carts/:id/rentals",
  "/store/carts/:id/cross-sells",
  ...["/store/carts/:id", "/admin/draft-orders/:id", "/admin/order-edits/:id"].flatMap((path) => [
    `${path}/packages`,
    `${path}/packages/:line_id`,
  ]),
]

/**
 * What holds for each of the plugin's routes, before anything of it is read. Below `/admin`, Medusa's own `/admin*` comes
 * first, and fails by itself on an address that cannot be read.
 */
export const ownPathMiddlewares: MiddlewareRoute[] = [
  ...OWN_PATHS.map((matcher): MiddlewareRoute => ({ matcher, middlewares: [readablePath, jsonOnly] })),
  ...AMONG_OTHERS.map((matcher): MiddlewareRoute => ({ matcher, method: "POST", middlewares: [jsonOnly] })),
]
