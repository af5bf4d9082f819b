import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SaleRow } from "../orders/sale-row"
import { filteredSales, whereMoved, whereOf, type SaleFilters } from "./sale-filters"

const COLUMNS = [
  "id",
  "order_id",
  "display_id",
  "customer_id",
  "status",
  "payment_status",
  "currency_code",
  "total",
  "sold_on",
] as const satisfies readonly (keyof SaleRow)[]

/** What a file says of a sale, and nothing more: of a million, each value that is read has to be cleared away again. */
export type FiledSale = Pick<SaleRow, (typeof COLUMNS)[number]> & { types: string }

/** Its types are one text. */
const filed = (knex: Knex) => [
  ...COLUMNS.map((column) => `s.${column}`),
  knex.raw("array_to_string(s.types, ' ') as types"),
]

/** A sale with what of it counts on its own day; 0 where no payment was validated. */
export type ExportedSale = FiledSale & Pick<SaleRow, "sold_at"> & { counted: string }

export type SalePosition = Pick<SaleRow, "sold_on" | "sold_at" | "id">

/** The next filtered sales, the earliest first, after a position: a file is written page by page. */
export async function exportSales(
  knex: Knex,
  filters: SaleFilters,
  { after, limit }: { after: SalePosition | null; limit: number },
): Promise<ExportedSale[]> {
  const sales = filteredSales(knex, filters)
  if (after) {
    sales.whereRaw("(s.sold_on, s.sold_at, s.id) > (?, ?, ?)", [after.sold_on, after.sold_at, after.id])
  }
  return sales
    .select(...filed(knex), "s.sold_at")
    .select(
      knex.raw(`case when s.is_effective then (select trim_scale(coalesce(sum(e.amount), 0)) from sales_event e
        where e.sale_id = s.id and e.amount > 0 and e.counted_on = s.sold_on) else 0 end::text as counted`),
    )
    .orderBy(["s.sold_on", "s.sold_at", "s.id"])
    .limit(limit)
}

/** Money that counts on another day than its sale's: a refund, or what came in later. */
export type ExportedFigure = FiledSale & { event_id: string; amount: string; counted_on: string }

/** The next of them among the filtered sales, by day, after a position. */
export async function exportFigures(
  knex: Knex,
  filters: SaleFilters,
  { after, limit }: { after: { counted_on: string; event_id: string } | null; limit: number },
): Promise<ExportedFigure[]> {
  const figures = knex("sales_event as e")
    .join("sales_sale as s", "s.id", "e.sale_id")
    .whereNotNull("e.amount")
    .where("s.is_effective", true)
    .whereRaw("(e.amount < 0 or e.counted_on <> s.sold_on)")
  whereOf(knex, figures, filters)
  whereMoved(figures, "e", filters)
  if (after) {
    figures.whereRaw("(e.counted_on, e.id) > (?, ?)", [after.counted_on, after.event_id])
  }
  return figures
    .select(...filed(knex))
    .select("e.id as event_id", "e.counted_on", knex.raw("trim_scale(e.amount)::text as amount"))
    .orderBy(["e.counted_on", "e.id"])
    .limit(limit)
}
