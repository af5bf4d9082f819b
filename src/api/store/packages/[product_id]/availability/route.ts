import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { storeAvailabilitySchema } from "../../../../../contracts/packages/availability"
import { readAvailability } from "../../../../../workflows/packages/stock/read-availability"
import { parseInput } from "../../../../parse-input"
import { pathId } from "../../../../path-id"

/** How many of a package, or of an article that is rented, are free on each day. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const product_id = pathId(req.params.product_id, "Product")
  const { publishable_key_context } = req as { publishable_key_context?: { sales_channel_ids?: string[] } }
  const availability = await readAvailability(req.scope, {
    ...parseInput(storeAvailabilitySchema, req.query),
    product_id,
    salesChannelIds: publishable_key_context?.sales_channel_ids ?? [],
    isVisitor: true,
  })
  res.json({ availability })
}
