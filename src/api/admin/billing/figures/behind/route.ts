import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { behindFigureQuerySchema, type BehindFigureAnswer } from "../../../../../contracts/billing/figures/figures"
import { behindFigure, BILLING_MODULE, type BillingModuleService } from "../../../../../modules/billing"
import { UPCOMING_DAYS } from "../../../../../rules/billing"
import { addDays } from "../../../../../rules/calendar"
import { parseInput } from "../../../../parse-input"
import { askedRange } from "../asked-range"

/** The subscriptions behind a number. */
export async function GET(req: MedusaRequest, res: MedusaResponse<BehindFigureAnswer>): Promise<void> {
  const { figure, currency_code, limit, offset, ...asked } = parseInput(behindFigureQuerySchema, req.query)
  const { from, to, today } = await askedRange(req, asked)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const question = { figure, currencyCode: currency_code, from, to, today, upcomingTo: addDays(today, UPCOMING_DAYS) }
  const { rows, count, total } = await behindFigure(knex, question, { limit, offset })
  const answered = rows.map((row, index) => ({ ...row, id: String(offset + index) }))
  res.json({ rows: answered, total, count, limit, offset })
}
