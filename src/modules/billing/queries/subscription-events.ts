import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** `system`, `customer:<id>` or `user:<id>`. */
export type Actor = "system" | `customer:${string}` | `user:${string}`

/** An entry of a subscription's time line. */
export interface TimelineEntry {
  subscription_id: string
  type: string
  as_of: string
  actor: Actor
  data: Record<string, unknown>
}

/** Adds to time lines, in the transaction of the change that they tell of. Entries never change afterwards. */
export async function addTimelineEntries(knex: Knex, entries: TimelineEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    ...entry,
    id: generateEntityId(undefined, "bsev"),
    data: JSON.stringify(entry.data),
  }))
  await knex.batchInsert("billing_subscription_event", rows, 500)
}
