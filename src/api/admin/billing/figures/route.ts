import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { figuresQuerySchema, type FiguresAnswer } from "../../../../contracts/billing/figures/figures"
import { BILLING_MODULE, type BillingModuleService, readDailyFigures, upcomingSums } from "../../../../modules/billing"
import { figureSums, UPCOMING_DAYS } from "../../../../rules/billing"
import { addDays } from "../../../../rules/calendar"
import { parseInput } from "../../../parse-input"
import { askedRange } from "./asked-range"

/** The figures of some days: each day's are kept in a table, so that none is counted now. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ figures: FiguresAnswer }>): Promise<void> {
  const { currency_code: currencyCode, ...asked } = parseInput(figuresQuerySchema, req.query)
  const { from, to, today } = await askedRange(req, asked)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const [days, upcoming] = await Promise.all([
    readDailyFigures(knex, { from, to, currencyCode }),
    upcomingSums(knex, { from: today, to: addDays(today, UPCOMING_DAYS) }),
  ])
  const currencies = figureSums(days).map((sums) => {
    const next = upcoming.find(({ currency_code }) => currency_code === sums.currency_code)
    return { ...sums, upcoming: { count: next?.count ?? 0, amount: next?.amount ?? "0" } }
  })
  res.json({ figures: { today, from, to, currencies, days } })
}
