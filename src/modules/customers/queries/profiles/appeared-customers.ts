import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LeadWithEmail } from "../../../../rules/customers"

/** The profiles that have an e-mail, as duplicates are found by it; two tell that there are several. */
export async function profilesWithEmail(knex: Knex, emailKey: string): Promise<LeadWithEmail[]> {
  return knex("customers_profile")
    .select("id", "discount_percent")
    .where({ email_key: emailKey })
    .whereNull("deleted_at")
    .orderBy("id")
    .limit(2)
}

/**
 * Medusa's customers after an id, whether they have a profile or not, and of them those without one. The guest of a quick order
 * that was not sent gets none: they are the link's customer when it is.
 */
export async function customersAfter(
  knex: Knex,
  { after, until, limit }: { after: string; until: Date; limit: number },
): Promise<{ last: string | null; withoutProfile: string[] }> {
  const rows: { id: string; linked: boolean }[] = await knex("customer as c")
    .leftJoin("customers_customer as l", "l.customer_id", "c.id")
    .select("c.id", knex.raw("l.id is not null or (not c.has_account and ?) as linked", [ordering(knex)]))
    .where("c.id", ">", after)
    .where("c.created_at", "<", until)
    .whereNull("c.deleted_at")
    .orderBy("c.id")
    .limit(limit)
  return {
    last: rows.at(-1)?.id ?? null,
    withoutProfile: rows.filter(({ linked }) => !linked).map(({ id }) => id),
  }
}

const ordering = (knex: Knex) =>
  knex.raw(
    `exists (select 1 from cart k join customers_quick_order q on q.cart_id = k.id
       where k.customer_id = c.id and k.deleted_at is null and q.state <> 'placed')`,
  )
