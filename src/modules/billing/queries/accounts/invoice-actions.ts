import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Runs an admin's action on an order's invoices while no other one is under way: of two that were sent at once, the second
 * sees what the first has done. It is held beside the transactions that the action itself needs.
 */
export async function withInvoiceAction<Result>(
  knex: Knex,
  orderId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  return knex.transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('billing-invoice-action:' || ?::text, 0))", [orderId])
    return work()
  })
}
