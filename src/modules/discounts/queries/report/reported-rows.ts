import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReportedRow } from "../../../../rules/discounts/report/given-back"

/** An order's rows in the report that are not reversed. */
export async function reportedRows(knex: Knex, orderId: string): Promise<ReportedRow[]> {
  return knex("discounts_applied")
    .where("order_id", orderId)
    .whereNull("reversed_on")
    .orderBy("id")
    .select<ReportedRow[]>(
      "order_line_id",
      "discount_id",
      "source",
      "name",
      "kind",
      knex.raw("amount::text as amount"),
      knex.raw("line_price::text as line_price"),
      knex.raw("quantity::text as quantity"),
    )
}
