import type { MedusaContainer } from "@medusajs/framework/types"
import type { SaleListAnswer, SaleQuery } from "../../../contracts/sales/sales"
import { listSales, saleTotals, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import { answerSales } from "./answer-sales"
import { saleFiltersOf } from "./sale-filters-of"

/** A page of sales with the totals of all that is filtered (H7). */
export async function readSaleList(
  container: MedusaContainer,
  query: SaleQuery,
  page: { limit: number; offset: number },
): Promise<SaleListAnswer> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const { filters, isCut } = await saleFiltersOf(container, query)
  const [{ sales, count }, totals] = await Promise.all([listSales(knex, filters, page), saleTotals(knex, filters)])
  return { sales: await answerSales(container, sales), totals, count, is_search_cut: isCut, ...page }
}
