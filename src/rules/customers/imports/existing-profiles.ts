import type { StoredFields } from "../profiles/check-profile"
import type { ProfileBody } from "../profiles/profile-columns"

/** A profile that rows may be about. Deleted ones are none: they block no import. */
export interface ExistingProfile {
  id: string
  fields: StoredFields
  /** The texts of its notes: one that is there is not written again. */
  noteTexts: readonly string[]
  /** Those that were merged into it: a row about one of them is about this one. */
  former?: readonly FormerProfile[]
}

export interface FormerProfile {
  id: string
  fields: StoredFields
}

/** What says that two are the same customer: the e-mail, else the phone, else the name alone. */
export const identityOf = (fields: Pick<StoredFields, "email_key" | "phone_e164" | "name_key">): string =>
  (fields.email_key && `email ${fields.email_key}`) ||
  (fields.phone_e164 && `phone ${fields.phone_e164}`) ||
  `name ${fields.name_key}`

/** A profile that a row is about; `former`: as one that was merged into it. */
export interface Found {
  profile: ExistingProfile
  former: StoredFields | null
}

export interface Lookup {
  withId: (id: string) => Found | undefined
  like: (identity: string) => readonly Found[]
}

function keysOf(fields: StoredFields): Set<string> {
  const { email_key, phone_e164 } = fields
  const keys = [email_key && `email ${email_key}`, phone_e164 && `phone ${phone_e164}`, identityOf(fields)]
  return new Set(keys.flatMap((key) => key || []))
}

/** Who has something now comes before who had it once. */
function ownFirst(found: readonly Found[]): readonly Found[] {
  const own = found.filter(({ former }) => former === null)
  return own.length ? own : found
}

/** The existing profiles by what rows find them by, indexed once for all rows; each by itself before those merged into it. */
export function lookupOf(profiles: readonly ExistingProfile[]): Lookup {
  const byId = new Map<string, Found>()
  const byKey = new Map<string, Found[]>()
  const add = (id: string, found: Found): void => {
    byId.set(id, found)
    for (const key of keysOf(found.former ?? found.profile.fields)) {
      const before = byKey.get(key) ?? []
      byKey.set(key, before.some(({ profile }) => profile.id === found.profile.id) ? before : [...before, found])
    }
  }
  profiles.forEach((profile) => add(profile.id, { profile, former: null }))
  for (const profile of profiles) {
    profile.former?.forEach(({ id, fields }) => add(id, { profile, former: fields }))
  }
  return { withId: (id) => byId.get(id), like: (identity) => ownFirst(byKey.get(identity) ?? []) }
}

/** What a row says that the merged one did not have: the rest is known, and changes nothing of the one that it is now. */
export const sinceMerged = (body: ProfileBody, said: StoredFields, former: StoredFields): ProfileBody =>
  Object.fromEntries(
    (Object.keys(body) as (keyof ProfileBody)[])
      .filter((field) => said[field] !== former[field])
      .map((field) => [field, body[field]]),
  )
