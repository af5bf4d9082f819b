import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The credit notes of an invoice, the first one first. */
export async function creditNoteIdsOf(knex: Knex, invoiceId: string): Promise<string[]> {
  return knex("billing_invoice")
    .where({ corrects_invoice_id: invoiceId })
    .whereNull("deleted_at")
    .orderBy("sequence")
    .pluck("id")
}
