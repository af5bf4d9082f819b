import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SaleDetailAnswer } from "../../../../contracts/sales/sales"
import { readSaleDetail } from "../../../../workflows/sales/history/read-sale-detail"
import { pathId } from "../../../path-id"

/** What a sale says today about then. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ sale: SaleDetailAnswer }>): Promise<void> {
  res.json({ sale: await readSaleDetail(req.scope, pathId(req.params.id, "Sale")) })
}
