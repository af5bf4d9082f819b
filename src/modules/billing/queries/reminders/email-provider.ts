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

/** The notification under one of these keys that its provider has taken; null: there is none. */
export async function sentNotification(knex: Knex, idempotencyKeys: string[]): Promise<string | null> {
  const row = await knex("notification")
    .whereIn("idempotency_key", idempotencyKeys)
    .where("status", "success")
    .first<{ id: string } | undefined>("id")
  return row?.id ?? null
}

/** Takes addresses that let their holder in out of what Medusa keeps of a notification. */
export async function forgetUrls(knex: Knex, idempotencyKey: string): Promise<void> {
  for (const name of ["payment_url", "answer_url"]) {
    await knex("notification")
      .where("idempotency_key", idempotencyKey)
      .whereRaw("data ->> ? is not null", [name])
      .update({ data: knex.raw("data || jsonb_build_object(?::text, null)", [name]) })
  }
}
