import { z } from "@medusajs/framework/zod"
import { id } from "../id"
import { decimalInput, whole } from "../number"
import { text } from "../text"

/**
 * Fields that the room's schemas share. They say the shape; whether the figures make sense (quantity zero, a duration
 * twice, a package in itself) is decided by the rules, for every caller alike.
 */

export { id, text, whole }

/** A decimal, as text or as a number. */
export const decimal = decimalInput.transform((value) => String(value))

export const currencyCode = text(10).toLowerCase().min(1)

/** The version that the caller read, 0 for none. A save on an earlier one than the stored is refused with what changed. */
export const version = z.number().int().min(0).max(2_000_000_000).optional()

/** The whole list: days or hours and their price; `duration: null` is each further one beyond the last step. */
export const rates = z
  .array(z.strictObject({ currency_code: currencyCode, duration: whole.nullable(), price: decimal }))
  .max(200)

export const rateAnswerSchema = z.object({
  currency_code: z.string(),
  duration: z.number().nullable(),
  price: z.string(),
})
export type RateAnswer = z.infer<typeof rateAnswerSchema>

export const priceAnswerSchema = z.object({
  currency_code: z.string(),
  /** A decimal in major units. */
  amount: z.string(),
})
export type PriceAnswer = z.infer<typeof priceAnswerSchema>
