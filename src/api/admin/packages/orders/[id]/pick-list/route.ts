import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pickListAnswer, readPickList } from "../../../../../../workflows/packages/orders/read-pick-list"
import { pathId } from "../../../../../path-id"

/** What is to be picked for an order: summed, and by package. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const read = await readPickList(req.scope, pathId(req.params.id, "Order"))
  res.json({ pick_list: pickListAnswer(read) })
}
