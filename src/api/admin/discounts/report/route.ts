import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reportSchema, type ReportAnswer } from "../../../../contracts/discounts/report"
import { readDiscountReport } from "../../../../workflows/discounts/report/read-discount-report"
import { parseInput } from "../../../parse-input"

/** Use and revenue per discount; the dates are those of the orders, both inclusive. */
export async function GET(req: MedusaRequest, res: MedusaResponse<ReportAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(reportSchema, req.query)
  const { rows, count } = await readDiscountReport(req.scope, filters, { limit, offset })
  res.json({ rows, count, limit, offset })
}
