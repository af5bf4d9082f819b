import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import { newId } from "../../new-id"

/** Who did it: the billing itself, a customer or an admin user by id. */
export type Actor = "system" | `customer:${string}` | `user:${string}`

export interface TimelineEntry {
  subscription_id: string
  type: string
  as_of: CivilDate
  actor: Actor
  data: Record<string, unknown>
}

const CHUNK = 500

/** Adds to the time lines of subscriptions; rows are only ever added. */
export async function addTimelineEntries(knex: Knex, entries: TimelineEntry[]): Promise<void> {
  const rows = entries.map(({ data, ...columns }) => ({
    ...columns,
    id: newId("bsev"),
    data: JSON.stringify(data),
  }))
  await knex.batchInsert("billing_subscription_event", rows, CHUNK)
}
