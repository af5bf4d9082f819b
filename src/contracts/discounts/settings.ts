import { z } from "@medusajs/framework/zod"
import { ORDER_DISCOUNT_BASES, PERSONAL_SCOPES } from "../../rules/discounts/states"
import { decimal } from "./fields"

/** What is left out stays as it is. */
export const saveSettingsSchema = z.strictObject({
  is_advanced: z.boolean().optional(),
  on_special_prices: z.boolean().optional(),
  order_discount_base: z.enum(ORDER_DISCOUNT_BASES).optional(),
  personal_scope: z.enum(PERSONAL_SCOPES).optional(),
  max_discount_percent: decimal.nullable().optional(),
  min_margin_percent: decimal.nullable().optional(),
})

export type SaveSettings = z.output<typeof saveSettingsSchema>

export interface SettingsAnswer {
  /** Article discounts as a whole; the order discount works without. */
  is_advanced: boolean
  on_special_prices: boolean
  order_discount_base: (typeof ORDER_DISCOUNT_BASES)[number]
  personal_scope: (typeof PERSONAL_SCOPES)[number]
  max_discount_percent: string | null
  min_margin_percent: string | null
}
