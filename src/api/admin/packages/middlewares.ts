import type { MiddlewareRoute } from "@medusajs/framework/http"
import { saveArticleSchema } from "../../../contracts/packages/articles"
import { breakdownSchema } from "../../../contracts/packages/breakdown"
import { createPackageSchema, duplicatePackageSchema, savePackageSchema } from "../../../contracts/packages/packages"
import { validateBody } from "../../validate-body"

const BODIES = [
  ["/admin/packages", createPackageSchema],
  ["/admin/packages/articles/:variant_id", saveArticleSchema],
  ["/admin/packages/:product_id", savePackageSchema],
  ["/admin/packages/:product_id/breakdown", breakdownSchema],
  ["/admin/packages/:product_id/duplicate", duplicatePackageSchema],
] as const

export const packageMiddlewares: MiddlewareRoute[] = BODIES.map(([matcher, schema]) => ({
  matcher,
  method: "POST",
  // A recipe of many contents is longer than Medusa's usual limit.
  bodyParser: { sizeLimit: "2mb" },
  middlewares: [validateBody(schema)],
}))
