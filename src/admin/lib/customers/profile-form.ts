import type { ProfileAnswer } from "../../../contracts/customers/profiles"
import type { ProfileStatus, Temperature } from "../../../rules/customers/states"

/** What a profile has beside its fields. */
type ShownBeside = Pick<
  ProfileAnswer,
  "id" | "phone_e164" | "vat_state" | "vat_checked_on" | "touched_at" | "is_stale" | "version" | "created_at"
>

/** A customer's profile as a form has it: no field is null. */
export interface ProfileForm {
  name: string
  contact_person: string
  email: string
  phone: string
  address_1: string
  address_2: string
  postal_code: string
  city: string
  province: string
  country_code: string
  vat_number: string
  status: ProfileStatus
  temperature: Temperature
  discount_percent: string
  currency_code: string
  language: string
  /** The first note, of a new one. */
  notes: string
}

export const emptyProfile: ProfileForm = {
  name: "",
  contact_person: "",
  email: "",
  phone: "",
  address_1: "",
  address_2: "",
  postal_code: "",
  city: "",
  province: "",
  country_code: "",
  vat_number: "",
  status: "potential",
  temperature: "cold",
  discount_percent: "",
  currency_code: "",
  language: "",
  notes: "",
}

/** A stored profile in a form. */
export function toProfileForm(profile: Omit<ProfileAnswer, keyof ShownBeside>): ProfileForm {
  const { name, contact_person, email, phone, address_1, address_2, postal_code, city, province } = profile
  const { country_code, vat_number, status, temperature, discount_percent, currency_code, language } = profile
  const texts = {
    ...{ contact_person, email, phone, address_1, address_2, postal_code, city, province },
    ...{ country_code, vat_number, discount_percent, currency_code, language },
  }
  const filled = Object.entries(texts).map(([field, value]) => [field, value ?? ""])
  return { ...emptyProfile, ...Object.fromEntries(filled), name, status, temperature }
}

/** What is sent: what is empty is cleared. */
export const toProfileBody = ({ notes: _notes, ...form }: ProfileForm): Record<string, string | null> =>
  Object.fromEntries(Object.entries(form).map(([field, value]) => [field, value.trim() || null]))

/** Of a new one: what is empty is left out. */
export const toNewProfile = ({ notes, ...form }: ProfileForm, key: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries({ ...form, notes }).filter(([field, value]) => value.trim() || field === "name"),
  ),
  key,
})
