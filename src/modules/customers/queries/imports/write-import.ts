import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  importKeys,
  importPlan,
  type CustomerRow,
  type ImportedRow,
  type RowProblem,
} from "../../../../rules/customers"
import { insertRows, newId } from "../../../core"
import { createProfiles, updateProfile, type Editor } from "../profiles/write-profile"
import { existingProfiles, type ProfileToImport } from "./existing-profiles"

type ImportContext = Parameters<typeof importPlan>[2]

export interface CustomersImport {
  id: string
  fileName: string
  sha256: string
  rows: readonly CustomerRow[]
}

export interface ImportCounts {
  created_count: number
  updated_count: number
  unchanged_count: number
}

export type ImportResult = { ok: true; counts: ImportCounts } | { ok: false; problems: RowProblem[] }

export interface ImportWork {
  context: ImportContext
  editor: Editor
  /** Runs in the same transaction, with the profiles that were written. */
  afterwards?: (trx: Knex, profileIds: readonly string[]) => Promise<void>
}

const CHUNK = 1000

/** What an import would do now; nothing is written (C9). */
export async function planImport(
  knex: Knex,
  rows: readonly CustomerRow[],
  context: ImportContext,
): Promise<ReturnType<typeof importPlan>> {
  return importPlan(rows, await existingProfiles(knex, importKeys(rows, context)), context)
}

const count = (rows: readonly ImportedRow[], kind: ImportedRow["kind"]): number =>
  rows.filter((row) => row.kind === kind).length

/**
 * Plans an import and does it, all or nothing, one import at a time: a second run of the file sees what the first has
 * written, also in another process. An import that was written before under this id is not written again.
 */
export async function writeImport(knex: Knex, file: CustomersImport, work: ImportWork): Promise<ImportResult> {
  try {
    return await planAndWrite(knex, file, work)
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) {
      throw error
    }
    const reason = "was changed while the file was imported: import it again"
    return { ok: false, problems: [{ row: error.row, field: "row", reason }] }
  }
}

async function planAndWrite(
  knex: Knex,
  { id, fileName, sha256, rows }: CustomersImport,
  { context, editor, afterwards }: ImportWork,
): Promise<ImportResult> {
  return knex.transaction(async (trx): Promise<ImportResult> => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('customers_import', 0))")
    const before = await trx("customers_import")
      .where({ id })
      .first<ImportCounts | undefined>("created_count", "updated_count", "unchanged_count")
    if (before) {
      return { ok: true, counts: before }
    }
    const existing = await existingProfiles(trx, importKeys(rows, context))
    const plan = importPlan(rows, existing, context)
    if (!plan.ok) {
      return plan
    }
    const written = await writeRows(trx, plan.rows, { existing, editor })
    const counts: ImportCounts = {
      created_count: count(plan.rows, "create"),
      updated_count: count(plan.rows, "update"),
      unchanged_count: count(plan.rows, "unchanged"),
    }
    await trx("customers_import").insert({ id, file_name: fileName, sha256, ...counts, created_by: editor.by })
    await afterwards?.(trx, written)
    return { ok: true, counts }
  })
}

async function writeRows(
  trx: Knex,
  rows: readonly ImportedRow[],
  { existing, editor }: { existing: readonly ProfileToImport[]; editor: Editor },
): Promise<string[]> {
  const byId = new Map(existing.map((profile) => [profile.id, profile]))
  const created: { id: string; row: Extract<ImportedRow, { kind: "create" }> }[] = []
  const notes: (Record<string, unknown> & { profile_id: string })[] = []
  const written: string[] = []
  for (const row of rows) {
    if (row.kind === "unchanged") {
      continue
    }
    const id = row.kind === "create" ? newId("cprof") : row.id
    written.push(id)
    if (row.kind === "create") {
      created.push({ id, row })
    } else {
      await writeUpdate(trx, row, { profile: byId.get(id), editor })
    }
    if (row.note) {
      notes.push({ id: newId("cnote"), profile_id: id, ...row.note, created_by: editor.by, created_at: editor.at })
    }
  }
  const profiles = created.map(({ id, row }) => ({ id, fields: row.fields }))
  await createProfiles(trx, profiles, editor)
  await insertRows(trx, { table: "customers_note", rows: notes, chunk: CHUNK })
  const noted = notes.map(({ profile_id }) => profile_id)
  if (noted.length) {
    await trx("customers_profile").whereRaw("id = any(?::text[])", [noted]).update({ touched_at: editor.at })
  }
  return written
}

class ChangedMeanwhile extends Error {
  constructor(readonly row: number) {
    super(`Row ${row} was changed while it was imported`)
  }
}

/** One that was changed since it was read undoes the import: it is planned again on what is there then. */
async function writeUpdate(
  trx: Knex,
  { row, id, fields }: Extract<ImportedRow, { kind: "update" }>,
  { profile, editor }: { profile: ProfileToImport | undefined; editor: Editor },
): Promise<void> {
  const isWritten =
    profile &&
    (await updateProfile(trx, { id, before: profile.fields, after: fields, expected: profile.version }, editor))
  if (!isWritten) {
    throw new ChangedMeanwhile(row)
  }
}
