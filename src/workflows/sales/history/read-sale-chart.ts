import type { MedusaContainer } from "@medusajs/framework/types"
import type { SaleQuery } from "../../../contracts/sales/sales"
import { saleFigures, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import { chartOf, type ChartPoint, type ChartUnit } from "../../../rules/sales"
import { saleFiltersOf } from "./sale-filters-of"

/** What filtered sales come to over time (H7), by the same figures as the list's totals. */
export async function readSaleChart(
  container: MedusaContainer,
  query: SaleQuery,
  unit: ChartUnit,
): Promise<ChartPoint[]> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const { filters } = await saleFiltersOf(container, query)
  return chartOf(await saleFigures(knex, filters), unit)
}
