import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { totalsOf, type CurrencyTotals, type DayFigures } from "../../../../rules/sales"
import { figuresByDay, totalsByDay } from "./figures-by-day"
import { filteredSales, isCountedByDay, whereMoved, whereOf, type SaleFilters } from "./sale-filters"

/** What effective sales among the filtered ones come to, by currency: the sum of their figures. */
export async function saleTotals(knex: Knex, filters: SaleFilters): Promise<CurrencyTotals[]> {
  if (isCountedByDay(filters)) {
    return totalsOf(await totalsByDay(knex, filters))
  }
  const days = [filters.sold_from, filters.sold_to, filters.refunded_from, filters.refunded_to]
  return totalsOf(
    days.every((day) => day === undefined) ? await totalsOfSales(knex, filters) : await saleFigures(knex, filters),
  )
}

/** Where no day is asked for, a sale's own sums are those of its figures. */
async function totalsOfSales(knex: Knex, filters: SaleFilters): Promise<Omit<CurrencyTotals, "net">[]> {
  return filteredSales(knex, filters)
    .where("s.is_effective", true)
    .groupBy("s.currency_code")
    .havingRaw("sum(s.received) <> 0 or sum(s.refunded) <> 0")
    .select(
      "s.currency_code",
      knex.raw("trim_scale(sum(s.received))::text as sold"),
      knex.raw("trim_scale(sum(s.refunded))::text as refunded"),
    )
}

/**
 * What effective sales among the filtered ones come to, by currency and day: money on the day of its sale, refunds on their
 * own. The days filtered by are those of the figures, so that a refund counts in its own month, whenever the sale was.
 */
export async function saleFigures(knex: Knex, filters: SaleFilters): Promise<DayFigures[]> {
  return isCountedByDay(filters) ? figuresByDay(knex, filters) : figuresOfEvents(knex, filters)
}

/**
 * What is found is found first, and leads to its events by their index, however many other sales there are: all sales of a
 * currency at once, in the order of the index.
 */
async function figuresOfEvents(knex: Knex, filters: SaleFilters): Promise<DayFigures[]> {
  const found = knex("sales_sale as s").where("s.is_effective", true).groupBy("s.currency_code")
  whereOf(knex, found, filters)
  return knex
    .withMaterialized("found", found.select("s.currency_code", knex.raw("array_agg(s.id) as ids")))
    .from("found as s")
    .crossJoin(knex.raw("lateral (? offset 0) as e", [daysOfSales(knex, filters)]))
    .select("s.currency_code", "e.day", "e.sold", "e.refunded")
    .orderBy(["s.currency_code", "e.day"])
}

/** The money of these sales on the days that are asked for. */
function daysOfSales(knex: Knex, filters: SaleFilters): Knex.QueryBuilder {
  const moves = knex("sales_event as m").whereRaw("m.sale_id = any(s.ids)").whereNotNull("m.amount")
  whereMoved(moves, "m", filters)
  return moves
    .groupBy("m.counted_on")
    .select("m.counted_on as day")
    .select(
      knex.raw("trim_scale(coalesce(sum(m.amount) filter (where m.amount > 0), 0))::text as sold"),
      knex.raw("trim_scale(coalesce(-sum(m.amount) filter (where m.amount < 0), 0))::text as refunded"),
    )
}
