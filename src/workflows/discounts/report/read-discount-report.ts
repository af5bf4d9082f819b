import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReportFilters, ReportRowAnswer } from "../../../contracts/discounts/report"
import { DISCOUNTS_MODULE, type DiscountsModuleService, readReport } from "../../../modules/discounts"
import { round } from "../../../rules/money"

/** Use and revenue per discount (D24), amounts written to their currency's minor unit. */
export async function readDiscountReport(
  container: MedusaContainer,
  filters: ReportFilters,
  page?: { limit: number; offset: number },
): Promise<{ rows: ReportRowAnswer[]; count: number }> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const { rows, count } = await readReport(knex, filters, page)
  return {
    rows: rows.map((row) => ({
      ...row,
      discount_total: round(row.discount_total, row.currency_code),
      revenue: round(row.revenue, row.currency_code),
    })),
    count,
  }
}
