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

/** What is found is found first, and leads to its events by their index, however many other sales there are. */
async function figuresOfEvents(knex: Knex, filters: SaleFilters): Promise<DayFigures[]> {
  const found = knex("sales_sale as s").where("s.is_effective", true).select("s.id", "s.currency_code")
  whereOf(knex, found, filters)
  return knex
    .withMaterialized("found", found)
    .from("found as s")
    .crossJoin(knex.raw("lateral (? offset 0) as e", [movesOfSale(knex, filters)]))
    .select("s.currency_code", "e.counted_on as day")
    .select(
      knex.raw("trim_scale(coalesce(sum(e.amount) filter (where e.amount > 0), 0))::text as sold"),
      knex.raw("trim_scale(coalesce(-sum(e.amount) filter (where e.amount < 0), 0))::text as refunded"),
    )
    .groupBy("s.currency_code", "e.counted_on")
    .orderBy(["s.currency_code", "e.counted_on"])
}

/** The money of one sale on the days that are asked for. */
function movesOfSale(knex: Knex, filters: SaleFilters): Knex.QueryBuilder {
  const moves = knex("sales_event as m").whereRaw("m.sale_id = s.id").whereNotNull("m.amount")
  whereMoved(moves, "m", filters)
  return moves.select("m.counted_on", "m.amount")
}
