import type { MiddlewareRoute } from "@medusajs/framework/http"

/** An exported checkpoint has a line for each sale. */
export const adminSalesMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/sales/verifications", methods: ["POST"], bodyParser: { sizeLimit: "500mb" } },
]
