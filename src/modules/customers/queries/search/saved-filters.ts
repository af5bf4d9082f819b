import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "../../../core"

export interface SavedFilterRow {
  id: string
  name: string
  query: Record<string, unknown>
}

/** A user's saved filters, by name. */
export async function savedFilters(knex: Knex, userId: string): Promise<SavedFilterRow[]> {
  return knex("customers_saved_filter")
    .select("id", "name", "query")
    .where({ user_id: userId })
    .whereNull("deleted_at")
    .orderBy("name")
}

/** Saves a filter; one of the same name takes the new filter. Returns its id. */
export async function saveFilter(
  knex: Knex,
  { userId, name, query }: { userId: string; name: string; query: Record<string, unknown> },
): Promise<string> {
  const [saved]: { id: string }[] = await knex("customers_saved_filter")
    .insert({ id: newId("cfilt"), user_id: userId, name, query: JSON.stringify(query) })
    .onConflict(["user_id", "name"])
    .merge({ query: JSON.stringify(query), updated_at: knex.fn.now() })
    .returning("id")
  return saved?.id ?? ""
}

/** False where the user has none with this id. */
export async function deleteFilter(knex: Knex, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  return (await knex("customers_saved_filter").where({ id, user_id: userId }).delete()) === 1
}
