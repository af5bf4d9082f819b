import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SearchTerms } from "../../../../rules/customers"
import { hasTrigrams, whereFound } from "./search-condition"

/** Medusa's ids of the customers whose profiles a search finds, at most so many. */
export async function findCustomerIds(knex: Knex, terms: SearchTerms, limit: number): Promise<string[]> {
  const found = knex("customers_profile").whereNull("deleted_at")
  whereFound(found, terms, await hasTrigrams(knex))
  const rows: { customer_id: string }[] = await knex
    .withMaterialized("found", found.select("id"))
    .from("found")
    .join("customers_customer as c", "c.profile_id", "found.id")
    .whereNull("c.deleted_at")
    .orderBy("c.customer_id")
    .limit(limit)
    .select("c.customer_id")
  return rows.map(({ customer_id }) => customer_id)
}
