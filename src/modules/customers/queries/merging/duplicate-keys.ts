import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DuplicateKeys } from "../../../../rules/customers"

/** The keys of the profiles that share an e-mail or a phone with another: `findDuplicates` makes groups of them (C9). */
export async function duplicateKeys(knex: Knex): Promise<DuplicateKeys[]> {
  const shared = (key: "email_key" | "phone_e164") =>
    knex("customers_profile")
      .select(key)
      .whereNull("deleted_at")
      .whereNotNull(key)
      .groupBy(key)
      .havingRaw("count(*) > 1")
  return knex("customers_profile")
    .select("id", "email_key", "phone_e164")
    .whereNull("deleted_at")
    .where((any) => any.whereIn("email_key", shared("email_key")).orWhereIn("phone_e164", shared("phone_e164")))
    .orderBy("id")
}
