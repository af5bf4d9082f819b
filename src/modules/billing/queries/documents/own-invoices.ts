import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Ids of one page of a customer's invoices, the latest first, and how many there are. */
export async function listOwnInvoiceIds(
  knex: Knex,
  customerId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ids: string[]; count: number }> {
  const own = knex("billing_invoice").where({ customer_id: customerId }).whereNull("deleted_at")
  const [counted] = await own.clone().count<{ count: string }[]>("id as count")
  const rows: { id: string }[] = await own
    .clone()
    .select("id")
    .orderBy([
      { column: "issued_on", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(limit)
    .offset(offset)
  return { ids: rows.map(({ id }) => id), count: Number(counted?.count ?? 0) }
}

/** Whether an invoice is a customer's own. */
export async function isOwnInvoice(knex: Knex, invoiceId: string, customerId: string): Promise<boolean> {
  const row: unknown = await knex("billing_invoice")
    .where({ id: invoiceId, customer_id: customerId })
    .whereNull("deleted_at")
    .first("id")
  return row !== undefined
}

export interface SubscriptionAddresses {
  id: string
  display_id: number
  customer_id: string | null
  billing_address: Record<string, unknown> | null
  shipping_address: Record<string, unknown> | null
}

/** Where the next invoices go to: one subscription's address, or those of all that a customer has running. */
export async function addressesToBill(
  knex: Knex,
  of: { subscriptionId: string } | { customerId: string },
): Promise<SubscriptionAddresses[]> {
  return knex("billing_subscription")
    .where("subscriptionId" in of ? { id: of.subscriptionId } : { customer_id: of.customerId })
    .whereNull("deleted_at")
    .modify((query) => ("customerId" in of ? query.whereNotNull("next_due_on") : query))
    .orderBy("display_id")
    .limit(200)
    .select("id", "display_id", "customer_id", "billing_address", "shipping_address")
}
