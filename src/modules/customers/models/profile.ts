import { model } from "@medusajs/framework/utils"
import { CUSTOMER_LANGUAGES, PROFILE_STATUSES, TEMPERATURES, VAT_STATES } from "../../../rules/customers"

/** A customer or a lead, beside Medusa's own customer, whom a lead has not (C3). */
export const Profile = model
  .define("customers_profile", {
    id: model.id({ prefix: "cprof" }).primaryKey(),
    name: model.text(),
    contact_person: model.text().nullable(),
    email: model.text().nullable(),
    /** As it was typed. */
    phone: model.text().nullable(),
    address_1: model.text().nullable(),
    address_2: model.text().nullable(),
    postal_code: model.text().nullable(),
    city: model.text().nullable(),
    province: model.text().nullable(),
    country_code: model.text().nullable(),
    vat_number: model.text().nullable(),
    status: model.enum([...PROFILE_STATUSES]).default("potential"),
    temperature: model.enum([...TEMPERATURES]).default("cold"),
    /** Exact: a numeric column, read and written as a decimal string. */
    discount_percent: model.text().nullable(),
    currency_code: model.text().nullable(),
    language: model.enum([...CUSTOMER_LANGUAGES]).nullable(),
    /** The folded name. */
    name_key: model.text().default(""),
    /** In small letters; duplicates are found by it. */
    email_key: model.text().nullable(),
    phone_e164: model.text().nullable(),
    vat_state: model.enum([...VAT_STATES]).default("unchecked"),
    vat_checked_on: model.text().nullable(),
    /** What the search looks into: see decision 0054. */
    search_text: model.text().default(""),
    search_prefixes: model.array().default([]),
    search_grams: model.array().default([]),
    /** What those that were merged into it were found by: it is found by them, too. */
    former_lines: model.array().default([]),
    /** When somebody last changed it, wrote a note, or ordered (C7). */
    touched_at: model.dateTime(),
    /** The profile that all of this one hangs on since they were merged (C9). */
    merged_into_id: model.text().nullable(),
    /** Raised by each change that people make; a save on an earlier one is refused. */
    version: model.number().default(1),
    /** By field: the version in which it was last changed. */
    changed_in: model.json().default({}),
  })
  .indexes([
    {
      name: "IDX_customers_profile_listed",
      on: ["status", "temperature", "touched_at", "id"],
      where: "deleted_at IS NULL",
    },
    { name: "IDX_customers_profile_touched", on: ["touched_at", "id"], where: "deleted_at IS NULL" },
    { name: "IDX_customers_profile_email_key", on: ["email_key"], where: "deleted_at IS NULL" },
    { name: "IDX_customers_profile_phone_e164", on: ["phone_e164"], where: "deleted_at IS NULL" },
    {
      name: "IDX_customers_profile_name_key",
      on: ["name_key"],
      where: "email_key IS NULL AND phone_e164 IS NULL AND deleted_at IS NULL",
    },
    { name: "IDX_customers_profile_merged_into_id", on: ["merged_into_id"], where: "merged_into_id IS NOT NULL" },
  ])
