import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listSalesSchema, type SaleListAnswer } from "../../../contracts/sales/sales"
import { readSaleList } from "../../../workflows/sales/history/read-sale-list"
import { parseInput } from "../../parse-input"

/** The latest first; the totals are those of all that is filtered, refunds on their own day. */
export async function GET(req: MedusaRequest, res: MedusaResponse<SaleListAnswer>): Promise<void> {
  const { limit, offset, ...query } = parseInput(listSalesSchema, req.query)
  res.json(await readSaleList(req.scope, query, { limit, offset }))
}
