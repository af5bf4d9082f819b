import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const OFFER = "billing_offer"

/** Gives each of these offers its place, in one statement: the first comes first. One that moves gets a new version. */
export async function placeOffers(knex: Knex, ids: string[]): Promise<void> {
  await knex.raw(
    `update ${OFFER} o set rank = t.place - 1, version = o.version + 1, updated_at = now(),
       changed_in = o.changed_in || jsonb_build_object('rank', o.version + 1)
     from unnest(?::text[]) with ordinality as t (id, place)
     where o.id = t.id and o.rank <> t.place - 1 and o.deleted_at is null`,
    [ids],
  )
}

/** The ids of these offers that there are, in the order of their places. */
export async function offersInOrder(knex: Knex, ids: string[]): Promise<{ id: string; rank: number }[]> {
  return knex(OFFER)
    .select("id", "rank")
    .whereIn("id", ids)
    .whereNull("deleted_at")
    .orderBy(["rank", "created_at", "id"])
}
