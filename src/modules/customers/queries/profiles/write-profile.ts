import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { temperatureChange, type StoredFields, type TemperatureChange } from "../../../../rules/customers"
import { changedFields } from "../../../../rules/versions"
import { insertRows, newId, raiseVersion } from "../../../core"

/** Who changes a profile, and when. */
export interface Editor {
  at: Date
  /** The user; null: an import or the store itself. */
  by: string | null
}

export interface NewProfile {
  id: string
  fields: StoredFields
}

/** Rows per statement: beneath the most bindings that PostgreSQL takes. */
const CHUNK = 1000

/** An entry of a profile's history, as it is stored. */
export const historyRow = (profileId: string, { from, to, changedAt, changedBy }: TemperatureChange) => ({
  id: newId("ctemp"),
  profile_id: profileId,
  from_temperature: from,
  to_temperature: to,
  changed_at: changedAt,
  changed_by: changedBy,
})

/** Stores new profiles, each with the first entry of its history, in one transaction. */
export async function createProfiles(knex: Knex, profiles: readonly NewProfile[], { at, by }: Editor): Promise<void> {
  await knex.transaction(async (trx) => {
    const rows = profiles.map(({ id, fields }) => ({ id, ...fields, touched_at: at }))
    await insertRows(trx, { table: "customers_profile", rows, chunk: CHUNK })
    const history = profiles.map(({ id, fields }) =>
      historyRow(id, { from: null, to: fields.temperature, changedAt: at, changedBy: by }),
    )
    await insertRows(trx, { table: "customers_temperature_change", rows: history, chunk: CHUNK })
  })
}

export interface ProfileChange {
  id: string
  before: StoredFields
  after: StoredFields
  /** The version that it was decided on: what the search looks into is made of all fields together. */
  expected: number
}

/**
 * Stores what differs, with an entry of the history where the temperature does. False where the profile is gone, or not at
 * the expected version.
 */
export async function updateProfile(
  knex: Knex,
  { id, before, after, expected }: ProfileChange,
  { at, by }: Editor,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const fields = changedFields(fieldsOf(before), fieldsOf(after))
    if (!fields.length) {
      return true
    }
    const stored = await trx("customers_profile")
      .where({ id })
      .whereNull("deleted_at")
      .forUpdate()
      .first<{ temperature: StoredFields["temperature"] } | undefined>("temperature")
    if (!stored || !(await raiseVersion(trx, { table: "customers_profile", key: { id }, fields, expected }))) {
      return false
    }
    const columns = Object.entries(after).filter(([column]) => fields.includes(column))
    await trx("customers_profile")
      .where({ id })
      .update({ ...Object.fromEntries(columns), touched_at: at })
    const change = fields.includes("temperature")
      ? temperatureChange(stored.temperature, after.temperature, { changedAt: at, changedBy: by })
      : null
    await insertRows(trx, {
      table: "customers_temperature_change",
      rows: change ? [historyRow(id, change)] : [],
      chunk: CHUNK,
    })
    return true
  })
}

/** The fields of a row that may have more. */
export function fieldsOf(fields: StoredFields): StoredFields {
  const { name, contact_person, email, phone, address_1, address_2, postal_code, city, province } = fields
  const { country_code, vat_number, status, temperature, discount_percent, currency_code, language } = fields
  const { name_key, email_key, phone_e164, vat_state, vat_checked_on } = fields
  const { search_text, search_prefixes, search_grams, former_lines } = fields
  return {
    ...{ name, contact_person, email, phone, address_1, address_2, postal_code, city, province },
    ...{ country_code, vat_number, status, temperature, discount_percent, currency_code, language },
    ...{ name_key, email_key, phone_e164, vat_state, vat_checked_on },
    ...{ search_text, search_prefixes, search_grams, former_lines },
  }
}
