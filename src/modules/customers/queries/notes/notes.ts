import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { NoteFields } from "../../../../rules/customers"
import { changedFields, type Versioned } from "../../../../rules/versions"
import { newId, raiseVersion } from "../../../core"
import { touchProfile } from "../profiles/touch-profile"
import type { Editor } from "../profiles/write-profile"

/** A note as it is stored. */
export interface NoteRow extends NoteFields, Versioned {
  id: string
  profile_id: string
  followed_up_at: Date | null
  created_by: string | null
  created_at: Date
}

const COLUMNS = [
  "id",
  "profile_id",
  "text",
  "priority",
  "follow_up_on",
  "followed_up_at",
  "created_by",
  "version",
  "changed_in",
  "created_at",
] as const

/** A profile's notes as they are shown (C5); `sortNotes` says the same. */
export async function readNotes(knex: Knex, profileId: string): Promise<NoteRow[]> {
  return knex("customers_note")
    .select(...COLUMNS)
    .where({ profile_id: profileId })
    .whereNull("deleted_at")
    .orderByRaw("array_position(array['high', 'medium', 'none'], priority), created_at desc, id collate \"C\" desc")
}

/** A note that is there. */
export const readNote = async (knex: Knex, id: string): Promise<NoteRow | null> =>
  (await knex("customers_note")
    .where({ id })
    .whereNull("deleted_at")
    .first<NoteRow | undefined>(...COLUMNS)) ?? null

/** Writes a note on a profile that is there, and touches it. Null where the profile is gone; a repeated id is one note. */
export async function createNote(
  knex: Knex,
  { id, profileId, fields }: { id: string; profileId: string; fields: NoteFields },
  { at, by }: Editor,
): Promise<string | null> {
  return knex.transaction(async (trx) => {
    if (!(await touchProfile(trx, profileId, at))) {
      return null
    }
    const row = { id, profile_id: profileId, ...fields, created_by: by, created_at: at }
    await trx("customers_note").insert(row).onConflict("id").ignore()
    return id
  })
}

export interface NoteChange {
  id: string
  after: NoteFields
  /** The version that it was decided on. */
  expected: number
}

/** Stores what differs, and keeps what the note said before. False where it is gone, or not at the expected version. */
export async function updateNote(
  knex: Knex,
  { id, after, expected }: NoteChange,
  { at, by }: Editor,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const stored = await lockNote(trx, id)
    if (!stored || stored.version !== expected) {
      return false
    }
    const { text, priority, follow_up_on } = stored
    const before: NoteFields = { text, priority, follow_up_on }
    const fields = changedFields(before, after)
    if (!fields.length) {
      return true
    }
    await trx("customers_note_revision").insert({
      id: newId("cnrev"),
      note_id: id,
      note_version: stored.version,
      ...before,
      edited_by: by,
    })
    await raiseVersion(trx, { table: "customers_note", key: { id }, fields, expected })
    // Another date is to be followed up again.
    const again = fields.includes("follow_up_on") ? { followed_up_at: null } : {}
    await trx("customers_note")
      .where({ id })
      .update({ ...after, ...again })
    await touchProfile(trx, stored.profile_id, at)
    return true
  })
}

/** What a note said before its edits, the latest first. */
export async function noteRevisions(
  knex: Knex,
  noteId: string,
): Promise<(NoteFields & { note_version: number; edited_by: string | null; created_at: Date })[]> {
  return knex("customers_note_revision")
    .select("note_version", "text", "priority", "follow_up_on", "edited_by", "created_at")
    .where({ note_id: noteId })
    .orderBy("note_version", "desc")
}

/** False where it was gone already. */
export async function deleteNote(knex: Knex, id: string, at: Date): Promise<boolean> {
  const deleted = await knex("customers_note").where({ id }).whereNull("deleted_at").update({ deleted_at: at })
  return deleted === 1
}

const lockNote = async (trx: Knex, id: string): Promise<NoteRow | undefined> =>
  trx("customers_note")
    .where({ id })
    .whereNull("deleted_at")
    .forUpdate()
    .first<NoteRow | undefined>(...COLUMNS)
