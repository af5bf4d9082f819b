import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Breakdown, BreakdownAnswer } from "../../../../../contracts/packages/breakdown"
import { priceBreakdown } from "../../../../../workflows/packages/breakdown/price-breakdown"
import { pathId } from "../../../../path-id"

/** What the package costs for a duration and choices, to the last content (P21). Nothing is stored. */
export async function POST(
  req: MedusaRequest<Breakdown>,
  res: MedusaResponse<{ breakdown: BreakdownAnswer }>,
): Promise<void> {
  const product_id = pathId(req.params.product_id, "Product")
  res.json({ breakdown: await priceBreakdown(req.scope, { ...req.validatedBody, product_id }) })
}
