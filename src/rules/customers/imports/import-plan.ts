import type { RowProblem } from "../../files"
import { checkNote, type NoteFields } from "../notes/check-note"
import { checkProfile, type StoredFields } from "../profiles/check-profile"
import { identityOf, lookupOf, sinceMerged, type ExistingProfile, type Lookup } from "./existing-profiles"
import type { CustomerRow } from "./read-customers"

export type ImportedRow =
  | { kind: "create"; row: number; fields: StoredFields; note: NoteFields | null }
  | { kind: "update"; row: number; id: string; fields: StoredFields; note: NoteFields | null }
  | { kind: "unchanged"; row: number; id: string }

/** All rows, or the problems of each row that has some: nothing is written of a file with one (C9). */
export type ImportPlan = { ok: true; rows: ImportedRow[] } | { ok: false; problems: RowProblem[] }

type CheckContext = Parameters<typeof checkProfile>[2]

/** What existing profiles are to be looked up by for these rows. */
export interface ImportKeys {
  ids: string[]
  emailKeys: string[]
  phones: string[]
  nameKeys: string[]
}

const FIELD_OF: Record<string, string> = { email: "email", phone: "phone", name: "name" }

type PlannedRow =
  | { planned: ImportedRow; claims: Claims; problems?: undefined }
  | { problems: RowProblem[]; planned?: undefined; claims?: undefined }

/** Whom a row is about, so that a second run finds the same: no other row may be about them, too. */
interface Claims {
  /** No other row has one of these: the profile's id or what it is found by, and the e-mail that it has afterwards. */
  alone: string[]
  /** Whether it is found by its phone: then no other row has that phone. */
  isByPhone: boolean
  phone: string | null
}

function claimsOf(identity: string, fields: StoredFields, id: string | null): Claims {
  const { email_key, phone_e164 } = fields
  const alone = [id === null ? identity : `id ${id}`, ...(email_key === null ? [] : [`email ${email_key}`])]
  return { alone: [...new Set(alone)], isByPhone: identity.startsWith("phone "), phone: phone_e164 }
}

/** A currency that the store has given up does not block a customer who has it. */
const withCurrencies = (context: CheckContext, code: string | null): CheckContext => ({
  ...context,
  currencies: context.currencies && code !== null ? [...context.currencies, code] : context.currencies,
})

function planRow({ row, values }: CustomerRow, existing: Lookup, context: CheckContext): PlannedRow {
  const { id, notes, ...body } = values
  const refuse = (field: string, reason: string): PlannedRow => ({ problems: [{ row, field, reason }] })
  const alone = checkProfile(null, body, { ...context, currencies: null })
  const named = id === undefined ? undefined : existing.withId(id)
  if (id !== undefined && !named) {
    return refuse("id", "is no customer's")
  }
  if (!alone.ok) {
    return { problems: alone.problems.map((problem) => ({ row, ...problem })) }
  }
  const identity = identityOf(alone.fields)
  const found = named ? [named] : existing.like(identity)
  if (found.length > 1) {
    const ids = found.map(({ profile }) => profile.id).sort()
    const field = FIELD_OF[identity.split(" ")[0] ?? ""] ?? "name"
    return refuse(field, `is that of ${found.length} customers: ${ids.slice(0, 5).join(", ")}`)
  }
  const note = notes === undefined ? null : checkNote(null, { text: notes })
  if (note && !note.ok) {
    return { problems: note.problems.map(({ reason }) => ({ row, field: "notes", reason })) }
  }
  const [{ profile, former } = { profile: null, former: null }] = found
  const result = profile
    ? checkProfile(
        profile.fields,
        former ? sinceMerged(body, alone.fields, former) : body,
        withCurrencies(context, profile.fields.currency_code),
      )
    : alone.fields.currency_code === null
      ? alone
      : checkProfile(null, body, context)
  if (!result.ok) {
    return { problems: result.problems.map((problem) => ({ row, ...problem })) }
  }
  const newNote = note?.ok && !profile?.noteTexts.includes(note.fields.text) ? note.fields : null
  if (!profile) {
    const claims = claimsOf(identity, result.fields, null)
    return { claims, planned: { kind: "create", row, fields: result.fields, note: newNote } }
  }
  const isSame =
    newNote === null && JSON.stringify(comparable(result.fields)) === JSON.stringify(comparable(profile.fields))
  // A row that says what the merged one had leaves the one that it is now to a row of its own.
  const claims =
    former && isSame
      ? claimsOf(identity, alone.fields, null)
      : claimsOf(named ? `id ${profile.id}` : identity, result.fields, profile.id)
  return {
    claims,
    planned: isSame
      ? { kind: "unchanged", row, id: profile.id }
      : { kind: "update", row, id: profile.id, fields: result.fields, note: newNote },
  }
}

/** In one order of keys; the date of a check alone is no change. */
const comparable = ({ vat_checked_on: _date, ...fields }: StoredFields): [string, unknown][] =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * What an import does, which is what its dry run shows. A row updates the customer that its id names, or that has its
 * e-mail, else its phone, else its name alone; a cell without text leaves a field as it is. So the second run of a file
 * changes nothing.
 */
export function importPlan(
  rows: readonly CustomerRow[],
  profiles: readonly ExistingProfile[],
  context: CheckContext,
): ImportPlan {
  const existing = lookupOf(profiles)
  const taken = takenBy()
  const problems: RowProblem[] = []
  const planned: ImportedRow[] = []
  for (const one of rows) {
    const result = planRow(one, existing, context)
    if (result.problems) {
      problems.push(...result.problems)
      continue
    }
    const before = taken(result.claims, one.row)
    if (before !== null) {
      problems.push({ row: one.row, field: "row", reason: `is the customer of row ${before}, too` })
      continue
    }
    planned.push(result.planned)
  }
  return problems.length ? { ok: false, problems } : { ok: true, rows: planned }
}

/** Tells which row before has claimed a customer; null: none, and this row's claims stand. */
function takenBy(): (claims: Claims, row: number) => number | null {
  const alone = new Map<string, number>()
  const phones = { all: new Map<string, number>(), found: new Map<string, number>() }
  return ({ alone: own, isByPhone, phone }, row) => {
    const byPhone = phone === null ? undefined : (isByPhone ? phones.all : phones.found).get(phone)
    const before = own.flatMap((key) => alone.get(key) ?? []).at(0) ?? byPhone
    if (before !== undefined) {
      return before
    }
    own.forEach((key) => alone.set(key, row))
    if (phone !== null) {
      phones.all.set(phone, row)
      if (isByPhone) {
        phones.found.set(phone, row)
      }
    }
    return null
  }
}

/** The keys of all rows that are sound; the others are refused whatever is there. */
export function importKeys(rows: readonly CustomerRow[], context: CheckContext): ImportKeys {
  const keys: ImportKeys = { ids: [], emailKeys: [], phones: [], nameKeys: [] }
  for (const { values } of rows) {
    const { id, notes: _notes, ...body } = values
    const checked = checkProfile(null, body, { ...context, currencies: null })
    keys.ids.push(...(id === undefined ? [] : [id]))
    if (checked.ok) {
      const { email_key, phone_e164, name_key } = checked.fields
      keys.emailKeys.push(...(email_key === null ? [] : [email_key]))
      keys.phones.push(...(phone_e164 === null ? [] : [phone_e164]))
      keys.nameKeys.push(name_key)
    }
  }
  return keys
}
