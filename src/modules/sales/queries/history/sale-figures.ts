import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DayFigures } from "../../../../rules/sales"
import { whereDay, whereOf, type SaleFilters } from "./sale-filters"

/**
 * What effective sales among the filtered ones come to, by currency and day: money on the day of its sale, refunds on their
 * own. The days filtered by are those of the figures, so that a refund counts in its own month, whenever the sale was.
 */
export async function saleFigures(knex: Knex, filters: SaleFilters): Promise<DayFigures[]> {
  const figures = knex("sales_event as e")
    .join("sales_sale as s", "s.id", "e.sale_id")
    .whereNotNull("e.amount")
    .where("s.is_effective", true)
  whereOf(figures, filters)
  whereDay(figures, "e.counted_on", { from: filters.sold_from, to: filters.sold_to })
  if (filters.refunded_from !== undefined || filters.refunded_to !== undefined) {
    figures.where((any) => {
      any
        .where("e.amount", ">", 0)
        .orWhere((refunds) =>
          whereDay(refunds, "e.counted_on", { from: filters.refunded_from, to: filters.refunded_to }),
        )
    })
  }
  return figures
    .select("s.currency_code", "e.counted_on as day")
    .select(
      knex.raw("trim_scale(coalesce(sum(e.amount) filter (where e.amount > 0), 0))::text as sold"),
      knex.raw("trim_scale(coalesce(-sum(e.amount) filter (where e.amount < 0), 0))::text as refunded"),
    )
    .groupBy("s.currency_code", "e.counted_on")
    .orderBy(["s.currency_code", "e.counted_on"])
}
