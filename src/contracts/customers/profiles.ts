import { z } from "@medusajs/framework/zod"
import {
  CUSTOMER_LANGUAGES,
  PROFILE_EVENTS,
  PROFILE_STATUSES,
  TEMPERATURES,
  VAT_STATES,
} from "../../rules/customers/states"
import { decimalAnswerSchema } from "../amount"
import { id } from "../id"
import { decimalInput, whole } from "../number"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { text, word } from "../text"

/** The HTTP surface of customers' profiles. The rules say which text is right. */

const MOST_TYPED = 400
const typed = text(MOST_TYPED).nullable().optional()
const percent = decimalInput.nullable().optional()

/** What people edit (C3); null clears a field. */
const fields = {
  contact_person: typed,
  email: typed,
  phone: typed,
  address_1: typed,
  address_2: typed,
  postal_code: typed,
  city: typed,
  province: typed,
  country_code: typed,
  vat_number: typed,
  status: z.enum(PROFILE_STATUSES).optional(),
  temperature: z.enum(TEMPERATURES).optional(),
  discount_percent: percent,
  currency_code: typed,
  language: z.enum(CUSTOMER_LANGUAGES).nullable().optional(),
}

/** The version that was read; a save on an earlier one is refused. */
export const version = whole.optional()

export const createProfileSchema = z.strictObject({
  name: text(MOST_TYPED),
  ...fields,
  /** The first note. */
  notes: text(40_000).nullable().optional(),
  /** A Medusa customer whose profile it is. */
  customer_id: id.optional(),
  /** The same key is the same customer: sent twice, it is made once. */
  key: word(64).min(8).optional(),
})
export type CreateProfile = z.output<typeof createProfileSchema>

/** What is left out stays. */
export const updateProfileSchema = z.strictObject({ name: text(MOST_TYPED).optional(), ...fields, version })
export type UpdateProfile = z.output<typeof updateProfileSchema>

const filters = {
  q: text(200).default(""),
  status: oneOrMore(z.enum(PROFILE_STATUSES)),
  temperature: oneOrMore(z.enum(TEMPERATURES)),
  /** Only leads that nobody has touched for the days of the setting (C7). */
  stale: z.enum(["true", "false"]).default("false"),
}

export const filterProfilesSchema = z.object(filters)
export type FilterProfiles = z.output<typeof filterProfilesSchema>

export const listProfilesSchema = z.object({ ...filters, ...pageQuery({ most: 100, standard: 20 }) })
export type ListProfiles = z.output<typeof listProfilesSchema>

export const linkCustomerSchema = z.strictObject({ customer_id: id })
export type LinkCustomerBody = z.output<typeof linkCustomerSchema>

/** Nothing is said: which customer it is stands in the address. */
export const nothingSchema = z.strictObject({})

const nullable = z.string().nullable()

export const profileAnswerSchema = z.object({
  id: z.string(),
  name: z.string(),
  contact_person: nullable,
  email: nullable,
  phone: nullable,
  phone_e164: nullable,
  address_1: nullable,
  address_2: nullable,
  postal_code: nullable,
  city: nullable,
  province: nullable,
  country_code: nullable,
  vat_number: nullable,
  vat_state: z.enum(VAT_STATES),
  vat_checked_on: nullable,
  status: z.enum(PROFILE_STATUSES),
  temperature: z.enum(TEMPERATURES),
  discount_percent: decimalAnswerSchema.nullable(),
  currency_code: nullable,
  language: z.enum(CUSTOMER_LANGUAGES).nullable(),
  /** When somebody last changed it, wrote a note, or ordered. */
  touched_at: z.string(),
  is_stale: z.boolean(),
  version: z.number(),
  created_at: z.string(),
})
export type ProfileAnswer = z.infer<typeof profileAnswerSchema>

/** The beginning of the latest note by date (C1). */
export const listedProfileAnswerSchema = profileAnswerSchema.extend({ note_preview: nullable })
export type ListedProfileAnswer = z.infer<typeof listedProfileAnswerSchema>

const counted = <Key extends string>(keys: readonly [Key, ...Key[]]) => z.record(z.enum(keys), z.number())

/** A search counts up to 10,000; where it finds more, `has_more` says so, and every count is at least so many. */
export const profileListAnswerSchema = pageAnswerSchema.extend({
  profiles: z.array(listedProfileAnswerSchema),
  has_more: z.boolean(),
  /** What stands beside each filter: how many there would be with it, the other filter as it is (C2). */
  facets: z.object({ status: counted(PROFILE_STATUSES), temperature: counted(TEMPERATURES) }),
})
export type ProfileListAnswer = z.infer<typeof profileListAnswerSchema>

export const temperatureChangeAnswerSchema = z.object({
  from: z.enum(TEMPERATURES).nullable(),
  to: z.enum(TEMPERATURES),
  changed_at: z.string(),
  actor_name: nullable,
})

export const profileEventAnswerSchema = z.object({
  id: z.string(),
  type: z.enum(PROFILE_EVENTS),
  as_of: z.string(),
  created_at: z.string(),
  actor_name: nullable,
  /** Whether the store itself did it. */
  is_system: z.boolean(),
  /** Fields that were changed. */
  fields: z.array(z.string()),
  /** What a merged profile had else, and the one that stays has not. */
  noted: z.array(z.object({ field: z.string(), value: z.string() })),
})
export type ProfileEventAnswer = z.infer<typeof profileEventAnswerSchema>

export const linkedCustomerAnswerSchema = z.object({
  id: z.string(),
  email: nullable,
  has_account: z.boolean(),
  /** The one that orders are made for. */
  is_main: z.boolean(),
})

export const profileDetailAnswerSchema = profileAnswerSchema.extend({
  customers: z.array(linkedCustomerAnswerSchema),
  temperature_history: z.array(temperatureChangeAnswerSchema),
  events: z.array(profileEventAnswerSchema),
})
export type ProfileDetailAnswer = z.infer<typeof profileDetailAnswerSchema>
