import { z } from "@medusajs/framework/zod"

/** A decimal in major units, as an answer has it: exact where it is text; a number where Medusa's modules write it. */
export const amountAnswerSchema = z.union([z.string(), z.number()])
export type AmountAnswer = z.infer<typeof amountAnswerSchema>
