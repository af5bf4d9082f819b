import { z } from "@medusajs/framework/zod"
import { ORDER_DISCOUNT_BASES, PERSONAL_SCOPES } from "../../rules/discounts/states"
import { decimalAnswerSchema } from "../amount"
import { decimal, version } from "./fields"

/** What is left out stays as it is. */
export const saveSettingsSchema = z.strictObject({
  is_advanced: z.boolean().optional(),
  on_special_prices: z.boolean().optional(),
  order_discount_base: z.enum(ORDER_DISCOUNT_BASES).optional(),
  personal_scope: z.enum(PERSONAL_SCOPES).optional(),
  max_discount_percent: decimal.nullable().optional(),
  min_margin_percent: decimal.nullable().optional(),
  version,
})

export type SaveSettings = z.output<typeof saveSettingsSchema>

export const settingsAnswerSchema = z.object({
  /** Article discounts as a whole; the order discount works without. */
  is_advanced: z.boolean(),
  on_special_prices: z.boolean(),
  order_discount_base: z.enum(ORDER_DISCOUNT_BASES),
  personal_scope: z.enum(PERSONAL_SCOPES),
  max_discount_percent: decimalAnswerSchema.nullable(),
  min_margin_percent: decimalAnswerSchema.nullable(),
  /** 0 while the defaults apply. */
  version: z.number(),
})
export type SettingsAnswer = z.infer<typeof settingsAnswerSchema>
