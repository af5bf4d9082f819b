import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Medusa's notification provider for e-mails; null: there is none, and no reminder can be sent. */
export async function emailProvider(knex: Knex): Promise<string | null> {
  const row = await knex("notification_provider")
    .whereRaw("'email' = any(channels)")
    .where("is_enabled", true)
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row?.id ?? null
}
