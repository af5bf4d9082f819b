import { z } from "@medusajs/framework/zod"
import { BALANCE_ENTRY_KINDS } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { text, word } from "../text"

/** What a customer owes and what is held for them. */
export const customerAccountAnswerSchema = z.object({
  customer_id: z.string(),
  owed: z.array(
    z.object({
      currency_code: z.string(),
      count: z.number(),
      total: amountAnswerSchema,
      overdue: z.number(),
      overdue_total: amountAnswerSchema,
    }),
  ),
  balances: z.array(z.object({ currency_code: z.string(), amount: amountAnswerSchema })),
  /** The latest ones. */
  entries: z.array(
    z.object({
      id: z.string(),
      currency_code: z.string(),
      kind: z.enum(BALANCE_ENTRY_KINDS),
      amount: amountAnswerSchema,
      invoice_id: z.string().nullable(),
      as_of: z.string(),
      reason: z.string().nullable(),
      actor: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
})
export type CustomerAccountAnswer = z.infer<typeof customerAccountAnswerSchema>

/** `amount` above zero is given, below zero taken back. The same `key` is the same change: sent twice, it is made once. */
export const changeBalanceSchema = z.strictObject({
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase()),
  amount: z.string().regex(/^-?\d{1,12}(\.\d{1,9})?$/, "must be a decimal number such as 12.30"),
  reason: text(500).min(1),
  key: word(64).min(8),
})
export type ChangeBalanceBody = z.infer<typeof changeBalanceSchema>
