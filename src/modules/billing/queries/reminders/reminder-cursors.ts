import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "billing_reminder_cursor"

/** How far a search has come; null before its first one. */
export async function reminderCursor(knex: Knex, name: "news" | "dates"): Promise<string | null> {
  const row = await knex(TABLE).where({ name }).first<{ position: string } | undefined>("position")
  return row?.position ?? null
}

/** Moves a search forward. It never goes back: of two at once, the later position counts. */
export async function advanceReminderCursor(knex: Knex, name: "news" | "dates", position: string): Promise<void> {
  await knex.raw(
    `insert into ${TABLE} (name, position) values (?, ?) on conflict (name) do update set
       position = greatest(${TABLE}.position collate "C", excluded.position collate "C"), updated_at = now()`,
    [name, position],
  )
}

/** Rows that a process of ours dates by its own clock may be dated a little in the past. */
const CLOCK_TOLERANCE_SECONDS = 60

/**
 * The instant before which everything is written: no open transaction began before it, so none can still write rows of an
 * earlier date. A search that went up to it misses none.
 */
export async function settledUntil(knex: Knex): Promise<string> {
  const { rows } = await knex.raw<{ rows: { until: string }[] }>(
    `select to_char((least(now(), min(xact_start)) - make_interval(secs => ?)) at time zone 'utc',
       'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until
     from pg_stat_activity where datname = current_database() and xact_start is not null`,
    [CLOCK_TOLERANCE_SECONDS],
  )
  return rows[0]?.until ?? ""
}
