import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TemperatureChange } from "../../../../rules/customers"
import { PROFILE_COLUMNS, type ProfileRow } from "./profile-row"

/** These profiles, each whole, in the order of the ids; deleted ones are left out. */
export async function readProfiles(knex: Knex, ids: readonly string[]): Promise<ProfileRow[]> {
  const rows: ProfileRow[] = ids.length
    ? await knex("customers_profile")
        .select(...PROFILE_COLUMNS)
        .whereIn("id", [...ids])
        .whereNull("deleted_at")
    : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** A profile's history of temperatures, the earliest first. */
export async function temperatureHistory(knex: Knex, profileId: string): Promise<TemperatureChange[]> {
  return knex("customers_temperature_change")
    .select({
      from: "from_temperature",
      to: "to_temperature",
      changedAt: "changed_at",
      changedBy: "changed_by",
    })
    .where({ profile_id: profileId })
    .orderBy(["changed_at", "id"])
}

/** A profile and those that were merged into it, also by way of a third: their time lines are its own (C9). */
export async function mergedIds(knex: Knex, profileId: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `with recursive merged as (
       select id from customers_profile where id = ?
       union
       select profile.id from customers_profile profile join merged on profile.merged_into_id = merged.id)
     select id from merged order by id`,
    [profileId],
  )
  return rows.map(({ id }) => id)
}

/** Profiles that were merged into others, each whole: what they had else is read from them. */
export async function readMerged(knex: Knex, ids: readonly string[]): Promise<ProfileRow[]> {
  return ids.length
    ? knex("customers_profile")
        .select(...PROFILE_COLUMNS)
        .whereIn("id", [...ids])
        .whereNotNull("merged_into_id")
    : []
}
