import { createProfiles, type CustomersModuleService } from "../../src/modules/customers"
import { newId } from "../../src/modules/core"
import { checkProfile, type ProfileBody, type StoredFields } from "../../src/rules/customers"

/** A profile's fields as the rule makes them; fails where it refuses. */
export function profileFields(body: ProfileBody, stored: StoredFields | null = null): StoredFields {
  const checked = checkProfile(stored, body, { asOf: "2026-03-01", country: "ch", currencies: null })
  if (!checked.ok) {
    throw new Error(JSON.stringify(checked.problems))
  }
  return checked.fields
}

/** Stores a profile; returns its id. */
export async function giveProfile(room: CustomersModuleService, body: ProfileBody): Promise<string> {
  const id = newId("cprof")
  const at = new Date("2026-03-01T10:00:00Z")
  await createProfiles(room.db.knex, [{ id, fields: profileFields(body) }], { at, by: "user_1" })
  return id
}
