import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExistingProfile, ImportKeys, StoredFields } from "../../../../rules/customers"
import { winnersOf } from "../merging/merged-into"
import { PROFILE_COLUMNS, type ProfileRow } from "../profiles/profile-row"
import { readProfiles } from "../profiles/read-profiles"
import { fieldsOf } from "../profiles/write-profile"

/** A profile that a row may be about, and the version that the plan is made on. */
export type ProfileToImport = ExistingProfile & { version: number }

/**
 * The profiles that an import's rows may be about. A note that was deleted or edited since counts as there: the second run of a
 * file does not bring it back.
 */
export async function existingProfiles(knex: Knex, keys: ImportKeys): Promise<ProfileToImport[]> {
  const conditions = conditionsOf(keys)
  if (!conditions.length) {
    return []
  }
  const matching = () =>
    knex("customers_profile")
      .select<ProfileRow[]>(...PROFILE_COLUMNS)
      .where((any) => conditions.forEach(([condition, values]) => any.orWhereRaw(condition, [values])))
      .orderBy("id")
  const merged = await matching().whereNotNull("merged_into_id")
  const winners = await winnersOf(
    knex,
    merged.map(({ id }) => id),
  )
  const rows = await withWinners(knex, await matching().whereNull("deleted_at"), winners)
  if (!rows.length) {
    return []
  }
  const ids = rows.map(({ id }) => id)
  const notes: { profile_id: string; text: string }[] = await knex("customers_note")
    .select("profile_id", "text")
    .whereRaw("profile_id = any(?::text[])", [ids])
  const edited: typeof notes = await knex("customers_note_revision as r")
    .join("customers_note as n", "n.id", "r.note_id")
    .select("n.profile_id", "r.text")
    .whereRaw("n.profile_id = any(?::text[])", [ids])
  const texts = new Map<string, string[]>()
  for (const { profile_id, text } of [...notes, ...edited]) {
    texts.set(profile_id, [...(texts.get(profile_id) ?? []), text])
  }
  const former = new Map<string, { id: string; fields: StoredFields }[]>()
  for (const one of merged) {
    const winner = winners.get(one.id) ?? ""
    former.set(winner, [...(former.get(winner) ?? []), { id: one.id, fields: fieldsOf(one) }])
  }
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    fields: fieldsOf(row),
    noteTexts: texts.get(row.id) ?? [],
    former: former.get(row.id) ?? [],
  }))
}

/** With the profiles that some have been merged into, where a row finds them by that alone. */
async function withWinners(
  knex: Knex,
  found: ProfileRow[],
  winners: ReadonlyMap<string, string>,
): Promise<ProfileRow[]> {
  const known = new Set(found.map(({ id }) => id))
  const others = [...new Set(winners.values())].filter((id) => !known.has(id))
  return [...found, ...(await readProfiles(knex, others))]
}

/** A condition for each key that some row has: an empty one would keep the others from their indexes. */
function conditionsOf({ ids, emailKeys, phones, nameKeys }: ImportKeys): [condition: string, values: string[]][] {
  const all: [string, string[]][] = [
    ["id = any(?::text[])", ids],
    ["email_key = any(?::text[])", emailKeys],
    ["phone_e164 = any(?::text[])", phones],
    ["(email_key is null and phone_e164 is null and name_key = any(?::text[]))", nameKeys],
  ]
  return all.filter(([, values]) => values.length > 0)
}
