import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const known = (knex: Knex) =>
  knex("customers_profile as p")
    .whereNull("p.deleted_at")
    .whereNotNull("p.vat_number")
    .whereNot("p.vat_state", "invalid")

/** The VAT numbers of the profiles of Medusa customers, by customer. */
export async function vatNumbersOfCustomers(
  knex: Knex,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { customer_id: string; vat_number: string }[] = await known(knex)
    .join("customers_customer as c", "c.profile_id", "p.id")
    .whereIn("c.customer_id", [...customerIds])
    .select("c.customer_id", "p.vat_number")
  return new Map(rows.map(({ customer_id, vat_number }) => [customer_id, vat_number]))
}

/** The VAT number of a profile; null: it has none, or one that is wrong. */
export async function vatNumberOfProfile(knex: Knex, id: string): Promise<string | null> {
  const row = await known(knex).where("p.id", id).first<{ vat_number: string } | undefined>("p.vat_number")
  return row?.vat_number ?? null
}
