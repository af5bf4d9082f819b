import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { chartSalesSchema, type SaleChartAnswer } from "../../../../contracts/sales/sales"
import { readSaleChart } from "../../../../workflows/sales/history/read-sale-chart"
import { parseInput } from "../../../parse-input"

export async function GET(req: MedusaRequest, res: MedusaResponse<SaleChartAnswer>): Promise<void> {
  const { unit, ...query } = parseInput(chartSalesSchema, req.query)
  res.json({ unit, points: await readSaleChart(req.scope, query, unit) })
}
