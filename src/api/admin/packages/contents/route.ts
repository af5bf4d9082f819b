import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listContentsSchema, type ContentListAnswer } from "../../../../contracts/packages/packages"
import { listContents } from "../../../../workflows/packages/catalog/answers/list-contents"
import { parseInput } from "../../../parse-input"

/** Variants that can be added to a package; with `product_id`, without those that would make it contain itself. */
export async function GET(req: MedusaRequest, res: MedusaResponse<ContentListAnswer>): Promise<void> {
  const query = parseInput(listContentsSchema, req.query)
  const { contents, count } = await listContents(req.scope, query)
  res.json({ contents, count, limit: query.limit, offset: query.offset })
}
