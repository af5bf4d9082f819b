import { z } from "@medusajs/framework/zod"

const PLAIN = /^-?\d+(\.\d+)?$/

/**
 * An amount as every answer has it: a decimal in major units, as text, exact and without an exponent. Zeros at its end
 * say nothing: "12.3" is "12.30". The currency stands beside it.
 */
export const amountAnswerSchema = z.string().regex(PLAIN)
export type AmountAnswer = z.infer<typeof amountAnswerSchema>

/** Any other decimal, written as amounts are: a percentage, a quantity, a threshold. */
export const decimalAnswerSchema = z.string().regex(PLAIN)
export type DecimalAnswer = z.infer<typeof decimalAnswerSchema>
