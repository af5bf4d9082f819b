import type { StoredFields } from "../../../../rules/customers"
import type { Versioned } from "../../../../rules/versions"

/** A profile as it is stored. */
export type ProfileRow = StoredFields &
  Versioned & { id: string; touched_at: Date; merged_into_id: string | null; created_at: Date; deleted_at: Date | null }

const FIELDS = [
  "name",
  "contact_person",
  "email",
  "phone",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "country_code",
  "vat_number",
  "status",
  "temperature",
  "discount_percent",
  "currency_code",
  "language",
  "name_key",
  "email_key",
  "phone_e164",
  "vat_state",
  "vat_checked_on",
] as const

const KEPT = ["id", "touched_at", "merged_into_id", "version", "changed_in", "created_at", "deleted_at"] as const

/** What lists show: all but the search's own columns. */
export const LISTED_COLUMNS = [...FIELDS, ...KEPT] as const
export const PROFILE_COLUMNS = [
  ...LISTED_COLUMNS,
  "search_text",
  "search_prefixes",
  "search_grams",
  "former_lines",
] as const
