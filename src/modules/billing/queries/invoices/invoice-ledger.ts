import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The next invoices and credit notes by their ids, with their numbers and sums. */
export async function invoiceLedgerPage(knex: Knex, { after, limit }: { after: string; limit: number }) {
  return knex("billing_invoice").where("id", ">", after).whereNull("deleted_at").orderBy("id").limit(limit).select<
    {
      id: string
      order_id: string
      kind: string
      number: string
      issued_on: string
      currency_code: string
      total: string
    }[]
  >("id", "order_id", "kind", "number", "issued_on", "currency_code", knex.raw("trim_scale(total)::text as total"))
}
