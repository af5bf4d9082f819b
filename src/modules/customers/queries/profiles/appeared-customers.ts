import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LeadWithEmail } from "../../../../rules/customers"
import { winnersOf } from "../merging/merged-into"

/**
 * The profiles that have an e-mail, as duplicates are found by it; else those into which one was merged that had it. Two tell that
 * there are several.
 */
export async function profilesWithEmail(knex: Knex, emailKey: string): Promise<LeadWithEmail[]> {
  const own = await leads(knex).where("p.email_key", emailKey)
  if (own.length) {
    return own
  }
  const former: string[] = await knex("customers_profile")
    .where({ email_key: emailKey })
    .whereNotNull("merged_into_id")
    .pluck("id")
  const winners = await winnersOf(knex, former)
  return winners.size ? leads(knex).whereIn("p.id", [...winners.values()]) : []
}

const leads = (knex: Knex) =>
  knex("customers_profile as p")
    .select<LeadWithEmail[]>("p.id", "p.discount_percent", knex.raw("exists (?) as has_link", [linksOf(knex)]))
    .whereNull("p.deleted_at")
    .orderBy("p.id")
    .limit(2)

const linksOf = (knex: Knex) => knex("customers_link as l").select(knex.raw("1")).whereRaw("l.profile_id = p.id")

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
