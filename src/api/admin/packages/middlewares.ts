import type { MiddlewareRoute } from "@medusajs/framework/http"

const LONG_BODIES = [
  "/admin/packages",
  "/admin/packages/articles/:variant_id",
  "/admin/packages/:product_id",
  "/admin/packages/:product_id/breakdown",
]

/** A recipe of many contents, and a long list of rates, are longer than Medusa's usual limit. */
export const packageMiddlewares: MiddlewareRoute[] = LONG_BODIES.map((matcher) => ({
  matcher,
  method: "POST",
  bodyParser: { sizeLimit: "2mb" },
}))
