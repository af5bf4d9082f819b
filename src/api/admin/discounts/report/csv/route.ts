import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reportFileSchema } from "../../../../../contracts/discounts/report"
import { discountReportFile } from "../../../../../rules/discounts"
import { readDiscountReport } from "../../../../../workflows/discounts/report/read-discount-report"
import { parseInput } from "../../../../parse-input"

/** The whole report as a file. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { rows } = await readDiscountReport(req.scope, parseInput(reportFileSchema, req.query))
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="discounts.csv"`)
  res.send(discountReportFile(rows))
}
