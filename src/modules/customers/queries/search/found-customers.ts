import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SearchTerms } from "../../../../rules/customers"
import { hasTrigrams, whereFound } from "./search-condition"

/** Medusa's ids of the customers whose profiles a search finds, at most so many. */
export async function findCustomerIds(knex: Knex, terms: SearchTerms, limit: number): Promise<string[]> {
  const found = knex("customers_profile").whereNull("deleted_at")
  whereFound(found, terms, await hasTrigrams(knex))
  // An array is read first, and leads to its customers by their profiles.
  const rows: { customer_id: string }[] = await knex("customers_customer")
    .whereRaw("profile_id = any(array(?))", [found.select("id")])
    .whereNull("deleted_at")
    .orderBy("customer_id")
    .limit(limit)
    .select("customer_id")
  return rows.map(({ customer_id }) => customer_id)
}
