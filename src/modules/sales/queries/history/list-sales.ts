import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { daysOfPage } from "../../../../rules/sales"
import { SALE_COLUMNS, type SaleRow } from "../orders/sale-row"
import { countsByDay } from "./figures-by-day"
import { filteredSales, isCountedByDay, type SaleFilters } from "./sale-filters"

export type ListedSale = Omit<SaleRow, "search_text" | "search_prefixes">

export const LISTED_COLUMNS = SALE_COLUMNS.filter((column) => !column.startsWith("search_")).map(
  (column) => `s.${column}`,
)

interface Page {
  limit: number
  offset: number
}

interface SalesPage {
  sales: ListedSale[]
  count: number
}

const LATEST_FIRST = "s.sold_on desc, s.sold_at desc, s.id desc"

/** One page of the sales that are filtered, the latest first, and how many there are. */
export async function listSales(knex: Knex, filters: SaleFilters, page: Page): Promise<SalesPage> {
  return isCountedByDay(filters) ? listByDay(knex, filters, page) : listFound(knex, filters, page)
}

/** The figures say how many there are, and on which days the page's sales are. */
async function listByDay(knex: Knex, filters: SaleFilters, page: Page): Promise<SalesPage> {
  const counts = await countsByDay(knex, filters)
  const { days, skipped } = daysOfPage(counts, page)
  const sales: ListedSale[] = days.length
    ? await filteredSales(knex, filters)
        .whereIn("s.sold_on", days)
        .select(LISTED_COLUMNS)
        .orderByRaw(LATEST_FIRST)
        .limit(page.limit)
        .offset(skipped)
    : []
  return { sales, count: counts.reduce((sum, { count }) => sum + count, 0) }
}

/** What is found by words, people, orders or refunds is found first, by its index, and counted and sorted then. */
async function listFound(knex: Knex, filters: SaleFilters, { limit, offset }: Page): Promise<SalesPage> {
  const rows: (ListedSale & { found: string })[] = await knex
    .withMaterialized("found", filteredSales(knex, filters).select("s.id", "s.sold_on", "s.sold_at"))
    .withMaterialized("page", (page) => {
      page.from("found as s").select("s.id").orderByRaw(LATEST_FIRST).limit(limit).offset(offset)
    })
    .from("page")
    .join("sales_sale as s", "s.id", "page.id")
    .select(LISTED_COLUMNS)
    .select(knex.raw("(select count(*) from found) as found"))
    .orderByRaw(LATEST_FIRST)
  const [first] = rows
  const count = first ? Number(first.found) : await countFound(knex, filters, offset)
  return { sales: rows.map(({ found: _found, ...sale }) => sale), count }
}

/** A page beyond the last sale says nothing of those before it. */
async function countFound(knex: Knex, filters: SaleFilters, offset: number): Promise<number> {
  if (offset === 0) {
    return 0
  }
  const counted = await filteredSales(knex, filters).count<{ count: string }[]>("* as count")
  return Number(counted[0]?.count ?? 0)
}
