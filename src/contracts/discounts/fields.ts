import { z } from "@medusajs/framework/zod"
import { DISCOUNT_STATES, RENEWAL_TERMS } from "../../rules/discounts/states"
import { id } from "../id"
import { decimalInput, whole } from "../number"
import { pageQuery } from "../page"
import { shownText, text, word } from "../text"

/**
 * Fields that the room's schemas share. They say the shape; whether the figures make sense (101 %, a minimum above its
 * maximum, ranges that overlap) is decided by the rules, for every caller alike.
 */

export { id }

/** A decimal, as text or as a number. */
export const decimal = decimalInput.transform((value) => String(value))

export const currencyCode = word(10).toLowerCase().min(1)

/** A date as YYYY-MM-DD; the rules check that it exists. */
export const date = word(10)

export const period = {
  limited_duration: z.boolean().optional(),
  starts_on: date.nullable().optional(),
  ends_on: date.nullable().optional(),
}

/** What an article discount and an order discount have in common. */
export const terms = {
  is_active: z.boolean().optional(),
  /** Ids of customer groups, or `everyone`; none: for no one. */
  groups: z.array(id).max(200).optional(),
  note: text(5000).nullable().optional(),
  renewals: z.enum(RENEWAL_TERMS).optional(),
  renewal_cycles: whole.nullable().optional(),
  usage_limit: whole.nullable().optional(),
  usage_limit_per_customer: whole.nullable().optional(),
}

/** The version that the caller read. A save on an earlier one than the stored is refused with what changed since. */
export const version = z.number().int().min(0).max(2_000_000_000).optional()

export const name = shownText(200)

export const listFields = {
  q: text(200).optional(),
  is_active: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
  ...pageQuery({ most: 100, standard: 20 }),
}

/** Warnings: the discount can be saved, but may be a mistake. */
export const warningAnswerSchema = z.object({
  field: z.string(),
  reason: z.string(),
})
export type WarningAnswer = z.infer<typeof warningAnswerSchema>

export const periodAnswerSchema = z.object({
  limited_duration: z.boolean(),
  /** YYYY-MM-DD in the store's zone, both inclusive; null is open. */
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
})
export type PeriodAnswer = z.infer<typeof periodAnswerSchema>

export const termsAnswerSchema = z.object({
  id: z.string(),
  name: z.string(),
  is_active: z.boolean(),
  /** Whether it can be given to anybody today, or the first reason why not. */
  state: z.enum(DISCOUNT_STATES),
  groups: z.array(z.string()),
  note: z.string().nullable(),
  renewals: z.enum(RENEWAL_TERMS),
  renewal_cycles: z.number().nullable(),
  usage_limit: z.number().nullable(),
  usage_limit_per_customer: z.number().nullable(),
  used: z.number(),
  version: z.number(),
  warnings: z.array(warningAnswerSchema),
})
export type TermsAnswer = z.infer<typeof termsAnswerSchema>
