import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"
import { newId } from "../../../core"

/**
 * Links a Medusa customer to a profile; the first of a profile is the one that orders are made for. False where the
 * customer is another profile's; twice is once.
 */
export async function linkCustomer(knex: Knex, profileId: string, customerId: string): Promise<boolean> {
  return knex.transaction(async (trx) => {
    // Two links of one profile at a time would both be the first.
    await trx("customers_profile").where({ id: profileId }).forUpdate().select("id")
    const [main] = await trx("customers_customer").where({ profile_id: profileId, is_main: true }).select("id")
    await trx("customers_customer")
      .insert({ id: newId("ccust"), customer_id: customerId, profile_id: profileId, is_main: !main })
      .onConflict("customer_id")
      .ignore()
    const linked = await trx("customers_customer")
      .where({ customer_id: customerId })
      .first<{ profile_id: string } | undefined>("profile_id")
    return linked?.profile_id === profileId
  })
}

export interface CustomerTerms {
  profile_id: string
  discount_percent: Decimal | null
}

/** What a Medusa customer has of their own (D25); null: they have no profile. */
export async function termsOfCustomer(knex: Knex, customerId: string): Promise<CustomerTerms | null> {
  const terms = await knex("customers_customer as c")
    .join("customers_profile as p", "p.id", "c.profile_id")
    .where("c.customer_id", customerId)
    .whereNull("p.deleted_at")
    .first<CustomerTerms | undefined>("c.profile_id", "p.discount_percent")
  return terms ?? null
}

/** After an order: a potential customer becomes current, once; never back (C7). Null: nothing was changed. */
export async function makeCurrent(knex: Knex, customerId: string, at: Date): Promise<string | null> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `update customers_profile p set status = 'current', touched_at = greatest(p.touched_at, ?), version = version + 1,
       changed_in = changed_in || jsonb_build_object('status', version + 1), updated_at = now()
     from customers_customer c
     where c.customer_id = ? and p.id = c.profile_id and p.status = 'potential' and p.deleted_at is null
     returning p.id`,
    [at, customerId],
  )
  return rows[0]?.id ?? null
}

/** The Medusa customer that a profile's orders are made for; null: it has none. */
export async function mainCustomerOf(knex: Knex, profileId: string): Promise<string | null> {
  const main = await knex("customers_customer")
    .where({ profile_id: profileId, is_main: true })
    .first<{ customer_id: string } | undefined>("customer_id")
  return main?.customer_id ?? null
}
