import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DemoMethod } from "./ledger"

/** The account holder of a customer; the same one each time. */
export async function findOrCreateAccountHolder(
  knex: Knex,
  customer: { id: string; email: string | null },
): Promise<string> {
  const id = `dacc_${customer.id}`
  await knex("demo_payment_account_holder")
    .insert({ id, customer_id: customer.id, email: customer.email })
    .onConflict("customer_id")
    .ignore()
  return id
}

/** Saves a method under an id that its maker derives, so that saving it twice keeps one. */
export async function saveMethod(knex: Knex, method: DemoMethod): Promise<void> {
  await knex("demo_payment_method").insert(method).onConflict("id").ignore()
}

export async function listMethods(knex: Knex, accountHolderId: string): Promise<DemoMethod[]> {
  return knex<DemoMethod>("demo_payment_method")
    .where({ account_holder_id: accountHolderId })
    .whereNull("deleted_at")
    .orderBy("created_at")
    .select("id", "account_holder_id", "brand", "last4")
}

export async function deleteMethod(knex: Knex, method: { id: string; account_holder_id: string }): Promise<void> {
  await knex("demo_payment_method").where(method).update({ deleted_at: knex.fn.now() })
}

/** Ends a customer's account with the provider: nothing that was saved can be charged any more. */
export async function deleteAccountHolder(knex: Knex, id: string): Promise<void> {
  await knex("demo_payment_method").where({ account_holder_id: id }).update({ deleted_at: knex.fn.now() })
  await knex("demo_payment_account_holder").where({ id }).delete()
}
