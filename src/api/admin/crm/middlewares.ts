import type { MiddlewareRoute } from "@medusajs/framework/http"

/** A file of many customers is longer than Medusa's usual limit. */
export const crmMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/crm/imports", method: "POST", bodyParser: { sizeLimit: "17mb" } },
]
