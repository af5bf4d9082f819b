import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { adminAvailabilitySchema } from "../../../../contracts/packages/availability"
import { readAvailability } from "../../../../workflows/packages/stock/read-availability"
import { parseInput } from "../../../parse-input"

/** How many of a package or an article are free on each day: at all locations, or at those of a sales channel. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { sales_channel_id, ...asked } = parseInput(adminAvailabilitySchema, req.query)
  const availability = await readAvailability(req.scope, {
    ...asked,
    salesChannelIds: sales_channel_id === undefined ? null : [sales_channel_id],
    isVisitor: false,
  })
  res.json({ availability })
}
