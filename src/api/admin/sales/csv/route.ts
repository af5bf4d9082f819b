import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saleFiltersSchema } from "../../../../contracts/sales/sales"
import { salesFile } from "../../../../workflows/sales/history/write-sales-file"
import { parseInput } from "../../../parse-input"
import { streamFile } from "../../../stream-file"

/** The filtered sales and their refunds, without anybody's name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const parts = salesFile(req.scope, parseInput(saleFiltersSchema, req.query))
  await streamFile(res, { fileName: "sales.csv", mimeType: "text/csv; charset=utf-8", parts })
}
