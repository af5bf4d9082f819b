import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExistingProfile, ImportKeys } from "../../../../rules/customers"
import { PROFILE_COLUMNS, type ProfileRow } from "../profiles/profile-row"
import { fieldsOf } from "../profiles/write-profile"

/** A profile that a row may be about, and the version that the plan is made on. */
export type ProfileToImport = ExistingProfile & { version: number }

/**
 * The profiles that an import's rows may be about. A deleted note counts as there: the second run of a file does not bring
 * it back.
 */
export async function existingProfiles(knex: Knex, keys: ImportKeys): Promise<ProfileToImport[]> {
  const rows: ProfileRow[] = await knex("customers_profile")
    .select(...PROFILE_COLUMNS)
    .whereNull("deleted_at")
    .where((any) =>
      any
        .whereRaw("id = any(?::text[])", [keys.ids])
        .orWhereRaw("email_key = any(?::text[])", [keys.emailKeys])
        .orWhereRaw("phone_e164 = any(?::text[])", [keys.phones])
        .orWhereRaw("(email_key is null and phone_e164 is null and name_key = any(?::text[]))", [keys.nameKeys]),
    )
    .orderBy("id")
  if (!rows.length) {
    return []
  }
  const notes: { profile_id: string; text: string }[] = await knex("customers_note")
    .select("profile_id", "text")
    .whereRaw("profile_id = any(?::text[])", [rows.map(({ id }) => id)])
  const texts = new Map<string, string[]>()
  for (const { profile_id, text } of notes) {
    texts.set(profile_id, [...(texts.get(profile_id) ?? []), text])
  }
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    fields: fieldsOf(row),
    noteTexts: texts.get(row.id) ?? [],
  }))
}
