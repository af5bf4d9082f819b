import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StoredSnapshot } from "../../../../rules/sales"
import { SALE_COLUMNS, type SaleRow } from "../orders/sale-row"

const COLUMNS = SALE_COLUMNS.filter((column) => !column.startsWith("search_"))

/** The next sales by their ids. */
export async function packSales(
  knex: Knex,
  { after, limit }: { after: string; limit: number },
): Promise<Omit<SaleRow, "search_text" | "search_prefixes">[]> {
  return knex("sales_sale")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .select(...COLUMNS)
}

/** The next snapshots by their sales' ids and numbers. */
export async function packSnapshots(
  knex: Knex,
  { after, limit }: { after: Pick<StoredSnapshot, "sale_id" | "number">; limit: number },
): Promise<StoredSnapshot[]> {
  return knex("sales_snapshot")
    .whereRaw("(sale_id, number) > (?, ?)", [after.sale_id, after.number])
    .orderBy(["sale_id", "number"])
    .limit(limit)
    .select("sale_id", "number", "schema", "content", "personal")
}
