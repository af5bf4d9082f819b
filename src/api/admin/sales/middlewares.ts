import type { MiddlewareRoute } from "@medusajs/framework/http"

/** An exported checkpoint has a line for each sale: about 190,000 of them. A longer one is verified by the command. */
export const adminSalesMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/sales/verifications", methods: ["POST"], bodyParser: { sizeLimit: "20mb" } },
]
