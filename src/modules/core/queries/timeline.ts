import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../rules/calendar"
import { newId } from "../new-id"
import { insertRows } from "./insert-rows"

/** Who made the change: the plugin, a customer or an admin user by id. */
export type Actor = "system" | `customer:${string}` | `user:${string}`

export interface NewTimelineEntry {
  room: string
  /** What kind of record it is about. */
  subject: string
  subject_id: string
  type: string
  as_of: CivilDate
  actor: Actor
  data: Record<string, unknown>
}

export interface RecordedEvent {
  id: string
  type: string
  as_of: string
  actor: string
  data: Record<string, unknown>
  created_at: Date
}

const TABLE = "service_core_timeline_entry"
/** Rows per statement. */
const CHUNK = 500

/** Adds entries to time lines. Entries never change. */
export async function addTimeline(knex: Knex, entries: NewTimelineEntry[]): Promise<void> {
  const rows = entries.map(({ data, ...columns }) => ({ ...columns, id: newId("stle"), data: JSON.stringify(data) }))
  await insertRows(knex, { table: TABLE, rows, chunk: CHUNK })
}

/** A record's time line, latest entry first. */
export async function timelineOf(
  knex: Knex,
  { subject, id }: { subject: string; id: string },
): Promise<RecordedEvent[]> {
  return knex(TABLE)
    .select("id", "type", "as_of", "actor", "data", "created_at")
    .where({ subject_id: id, subject })
    .whereNull("deleted_at")
    .orderBy([
      { column: "created_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
}
