import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"

/** Pauses that end by a date, the earliest first. */
export async function pausesToEnd(
  knex: Knex,
  { asOf, limit }: { asOf: CivilDate; limit: number },
): Promise<{ id: string; paused_until: CivilDate }[]> {
  return (
    knex("billing_subscription")
      .where("status", "paused")
      .whereNotNull("paused_until")
      .where("paused_until", "<=", asOf)
      // What is canceled before its pause ends does not go on.
      .where((query) => query.whereNull("cancel_on").orWhereRaw("cancel_on > paused_until"))
      .whereNull("deleted_at")
      .orderBy(["paused_until", "id"])
      .limit(limit)
      .select("id", "paused_until")
  )
}
