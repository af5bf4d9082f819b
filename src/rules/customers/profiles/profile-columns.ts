import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { CustomerLanguage, ProfileStatus, Temperature, VatState } from "../states"

/** What people edit of a profile (C3), as it is stored in `customers_profile`. */
export interface ProfileFields {
  name: string
  contact_person: string | null
  email: string | null
  /** As it was typed. */
  phone: string | null
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  province: string | null
  /** ISO 3166, in small letters. */
  country_code: string | null
  vat_number: string | null
  status: ProfileStatus
  temperature: Temperature
  discount_percent: Decimal | null
  currency_code: string | null
  language: CustomerLanguage | null
}

/** What follows from the fields: never sent, always derived. */
export interface DerivedFields {
  /** The folded name: what an import finds a customer by who has neither e-mail nor phone. */
  name_key: string
  /** In small letters; what duplicates are found by. */
  email_key: string | null
  phone_e164: string | null
  vat_state: VatState
  vat_checked_on: CivilDate | null
  search_text: string
  search_prefixes: string[]
  search_grams: string[]
  /** What those that were merged into it were found by (C2, C9). */
  former_lines: string[]
}

/** What a caller sends; what is left out stays as it is, and null clears a field. */
export type ProfileBody = { [Field in keyof ProfileFields]?: string | null | undefined }
