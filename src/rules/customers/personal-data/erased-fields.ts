import type { StoredFields } from "../profiles/check-profile"

/** What is left of a profile when its person is erased (C9): nothing that says who it was. */
export const erasedFields = (): StoredFields => ({
  name: "erased",
  contact_person: null,
  email: null,
  phone: null,
  address_1: null,
  address_2: null,
  postal_code: null,
  city: null,
  province: null,
  country_code: null,
  vat_number: null,
  status: "potential",
  temperature: "not_interested",
  discount_percent: null,
  currency_code: null,
  language: null,
  name_key: "erased",
  email_key: null,
  phone_e164: null,
  vat_state: "unchecked",
  vat_checked_on: null,
  search_text: "",
  search_prefixes: [],
  search_grams: [],
})
