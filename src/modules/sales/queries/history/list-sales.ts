import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SALE_COLUMNS, type SaleRow } from "../orders/sale-row"
import { filteredSales, type SaleFilters } from "./sale-filters"

export type ListedSale = Omit<SaleRow, "search_text" | "search_prefixes">

export const LISTED_COLUMNS = SALE_COLUMNS.filter((column) => !column.startsWith("search_")).map(
  (column) => `s.${column}`,
)

/** One page of the sales that are filtered, the latest first, and how many there are. */
export async function listSales(
  knex: Knex,
  filters: SaleFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ sales: ListedSale[]; count: number }> {
  const sales: ListedSale[] = await filteredSales(knex, filters)
    .select(LISTED_COLUMNS)
    .orderByRaw("s.sold_at desc, s.id desc")
    .limit(limit)
    .offset(offset)
  const counted = await filteredSales(knex, filters).count<{ count: string }[]>("* as count")
  return { sales, count: Number(counted[0]?.count ?? 0) }
}
