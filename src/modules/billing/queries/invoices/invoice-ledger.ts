import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface LedgerRow {
  id: string
  order_id: string
  kind: string
  number: string
  issued_on: string
  currency_code: string
  total: string
}

/** The next invoices and credit notes by their ids, with their numbers and sums. */
export async function invoiceLedgerPage(
  knex: Knex,
  { after, limit }: { after: string; limit: number },
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = await knex("billing_invoice")
    .where("id", ">", after)
    .whereNull("deleted_at")
    .orderBy("id")
    .limit(limit)
    .select("id", "order_id", "kind", "number", "issued_on", "currency_code")
    .select(knex.raw("trim_scale(total)::text as total"))
  return rows
}
