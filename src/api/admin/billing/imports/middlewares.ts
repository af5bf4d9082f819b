import type { MiddlewareRoute } from "@medusajs/framework/http"

/** A file of many subscriptions is longer than Medusa's usual limit. */
export const billingImportMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/billing/imports", method: "POST", bodyParser: { sizeLimit: "17mb" } },
]
