import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CurrencyTotals, DayCount, DayFigures } from "../../../../rules/sales"
import { whereDay, whereKind, type SaleFilters } from "./sale-filters"

/** Figures by day, with the changes that were not added up yet: one statement sees both as they belong together. */
function figures(knex: Knex, filters: SaleFilters): Knex.QueryBuilder {
  const part = (table: string) => {
    const rows = knex(`${table} as f`)
    whereKind(rows, "f", filters)
    whereDay(rows, "f.day", { from: filters.sold_from, to: filters.sold_to })
    return rows.select("f.day", "f.currency_code", "f.is_effective", "f.sales", "f.sold", "f.refunded")
  }
  return knex.from(part("sales_figure").unionAll(part("sales_figure_change")).as("f"))
}

const money = (knex: Knex) => [
  knex.raw("trim_scale(sum(f.sold))::text as sold"),
  knex.raw("trim_scale(sum(f.refunded))::text as refunded"),
]

/** How many sales each day has of what is filtered, the latest day first. */
export async function countsByDay(knex: Knex, filters: SaleFilters): Promise<DayCount[]> {
  const rows: { day: string; count: string }[] = await figures(knex, filters)
    .groupBy("f.day")
    .havingRaw("sum(f.sales) > 0")
    .orderBy("f.day", "desc")
    .select("f.day", knex.raw("sum(f.sales) as count"))
  return rows.map(({ day, count }) => ({ day, count: Number(count) }))
}

const effectiveFigures = (knex: Knex, filters: SaleFilters): Knex.QueryBuilder =>
  figures(knex, filters).where("f.is_effective", true).havingRaw("sum(f.sold) <> 0 or sum(f.refunded) <> 0")

/** What is filtered comes to, by currency. */
export async function totalsByDay(knex: Knex, filters: SaleFilters): Promise<Omit<CurrencyTotals, "net">[]> {
  return effectiveFigures(knex, filters)
    .groupBy("f.currency_code")
    .select("f.currency_code", ...money(knex))
}

/** What is filtered comes to, by currency and day. */
export async function figuresByDay(knex: Knex, filters: SaleFilters): Promise<DayFigures[]> {
  return effectiveFigures(knex, filters)
    .groupBy("f.currency_code", "f.day")
    .orderBy(["f.currency_code", "f.day"])
    .select("f.currency_code", "f.day", ...money(knex))
}
