import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { figuresQuerySchema } from "../../../../../contracts/billing/figures/figures"
import { BILLING_MODULE, type BillingModuleService, readDailyFigures } from "../../../../../modules/billing"
import { FIGURE_FILE_COLUMNS } from "../../../../../rules/billing"
import { csvHead, csvRows } from "../../../../../rules/text"
import { parseInput } from "../../../../parse-input"
import { askedRange } from "../asked-range"

/** The figures of each day as a file that a spreadsheet opens. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { currency_code: currencyCode, ...asked } = parseInput(figuresQuerySchema, req.query)
  const { from, to } = await askedRange(req, asked)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const days = await readDailyFigures(knex, { from, to, currencyCode })
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="figures-${from}-${to}.csv"`)
  res.send(csvHead(FIGURE_FILE_COLUMNS) + csvRows(FIGURE_FILE_COLUMNS, days))
}
