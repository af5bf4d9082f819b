import type { CivilDate } from "../../calendar"
import { isCurrency } from "../../money"
import { isEmail, tidyName } from "../../text"
import type { CustomerProblem } from "../problem"
import { CUSTOMER_LANGUAGES, PROFILE_STATUSES, TEMPERATURES } from "../states"
import { foldText } from "../search/fold-text"
import { searchKeys } from "../search/search-keys"
import { checkPercentage } from "./check-percentage"
import { phoneNumber } from "./phone-number"
import type { DerivedFields, ProfileBody, ProfileFields } from "./profile-columns"
import { checkVatNumber } from "./vat-number"

export type StoredFields = ProfileFields & DerivedFields
export type CheckedProfile = { ok: true; fields: StoredFields } | { ok: false; problems: CustomerProblem[] }

interface CheckContext {
  asOf: CivilDate
  /** The store's country, for phones without a country code and no country in the address. */
  country: string | null
  /** The store's currencies; null: any that exists. */
  currencies: readonly string[] | null
}

/** The most signs of a field. */
const LONGEST = { email: 254, phone: 40, postal_code: 20 } as const
const MOST_SIGNS = 200

const NEW: ProfileFields = {
  name: "",
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
  temperature: "cold",
  discount_percent: null,
  currency_code: null,
  language: null,
}

const FIELDS = Object.keys(NEW) as (keyof ProfileFields)[]

/** The body's fields on those that are stored; text is tidied, and text of nothing is none. */
function merged(stored: ProfileFields | null, body: ProfileBody): Record<keyof ProfileFields, string | null> {
  const before: ProfileFields = stored ?? NEW
  const pairs = FIELDS.map((field) => {
    const value = body[field] === undefined ? before[field] : body[field]
    return [field, value === null ? null : tidyName(value) || null]
  })
  return Object.fromEntries(pairs) as Record<keyof ProfileFields, string | null>
}

const oneOf = (value: string | null, list: readonly string[]): string | null =>
  value !== null && list.includes(value) ? null : `must be one of ${list.join(", ")}`

type Check = (value: string, context: CheckContext) => string | null

const CHECKS: Partial<Record<keyof ProfileFields, Check>> = {
  email: (value) => (isEmail(value) ? null : "must be an e-mail address"),
  phone: (value) => (/\d{2}/.test(value.replace(/\D/g, "")) ? null : "must be a phone number"),
  country_code: (value) => (/^[a-z]{2}$/i.test(value) ? null : "must be a country's code of two letters such as ch"),
  discount_percent: (value) => {
    const checked = checkPercentage(value)
    return checked.ok ? null : checked.reason
  },
  currency_code: (value, { currencies }) => {
    const code = value.toLowerCase()
    return (currencies ? currencies.includes(code) : isCurrency(code)) ? null : "must be a currency of the store"
  },
  language: (value) => oneOf(value.toLowerCase(), CUSTOMER_LANGUAGES),
  status: (value) => oneOf(value, PROFILE_STATUSES),
  temperature: (value) => oneOf(value, TEMPERATURES),
}

function problemOf(field: keyof ProfileFields, value: string | null, context: CheckContext): string | null {
  if (value === null) {
    return ["name", "status", "temperature"].includes(field) ? "is required" : null
  }
  const most = field in LONGEST ? LONGEST[field as keyof typeof LONGEST] : MOST_SIGNS
  if ([...value].length > most) {
    return `takes at most ${most} signs`
  }
  return CHECKS[field]?.(value, context) ?? null
}

/**
 * A profile as it is stored: what is sent, on what was stored before, with what follows from it. Only the name is required;
 * a new one is potential and cold (C3).
 */
export function checkProfile(stored: StoredFields | null, body: ProfileBody, context: CheckContext): CheckedProfile {
  const values = merged(stored, body)
  const problems = FIELDS.flatMap((field) => {
    const reason = problemOf(field, values[field], context)
    return reason === null ? [] : [{ field, reason }]
  })
  const country = values.country_code?.toLowerCase() ?? null
  const vat = checkedVat(stored, values.vat_number, { ...context, country: country ?? context.country })
  if (!vat.ok) {
    problems.push({ field: "vat_number", reason: vat.reason })
  }
  if (problems.length || !vat.ok) {
    return { ok: false, problems }
  }
  const percent = values.discount_percent === null ? null : checkPercentage(values.discount_percent)
  const fields = {
    ...values,
    country_code: country,
    discount_percent: percent?.ok ? percent.percent : null,
    currency_code: values.currency_code?.toLowerCase() ?? null,
    language: values.language?.toLowerCase() ?? null,
  } as ProfileFields
  const former = stored?.former_lines ?? []
  return { ok: true, fields: { ...fields, ...vat.fields, ...derived(fields, country ?? context.country, former) } }
}

type VatFields = Pick<StoredFields, "vat_number" | "vat_state" | "vat_checked_on">

/** A number that stays keeps what is known of it, and since when. One of which nothing is known is checked again. */
function checkedVat(
  stored: StoredFields | null,
  number: string | null,
  context: CheckContext,
): { ok: true; fields: VatFields } | { ok: false; reason: string } {
  if (number === null) {
    return { ok: true, fields: { vat_number: null, vat_state: "unchecked", vat_checked_on: null } }
  }
  if (stored && stored.vat_number === number && stored.vat_state !== "unchecked") {
    return {
      ok: true,
      fields: { vat_number: number, vat_state: stored.vat_state, vat_checked_on: stored.vat_checked_on },
    }
  }
  const checked = checkVatNumber(number, context)
  if (!checked.ok) {
    return checked
  }
  const { number: vat_number, state, checkedOn } = checked.check
  if (stored && stored.vat_number === vat_number && stored.vat_state !== "unchecked") {
    return { ok: true, fields: { vat_number, vat_state: stored.vat_state, vat_checked_on: stored.vat_checked_on } }
  }
  return { ok: true, fields: { vat_number, vat_state: state, vat_checked_on: checkedOn } }
}

/** What duplicates are found by, and what the search looks into. */
function derived(
  fields: ProfileFields,
  country: string | null,
  former: string[],
): Omit<DerivedFields, "vat_state" | "vat_checked_on"> {
  const phone = fields.phone === null ? null : phoneNumber(fields.phone, country)
  const { text, prefixes, grams } = searchKeys({ ...fields, phone, former })
  return {
    name_key: foldText(fields.name) || fields.name,
    email_key: fields.email?.toLowerCase() ?? null,
    phone_e164: phone?.e164 ?? null,
    search_text: text,
    search_prefixes: prefixes,
    search_grams: grams,
    former_lines: former,
  }
}
