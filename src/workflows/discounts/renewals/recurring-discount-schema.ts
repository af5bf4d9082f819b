import { z } from "@medusajs/framework/zod"
import { DISCOUNT_SOURCES, FIXED_PER, MODES, ORDER_DISCOUNT_BASES, RENEWAL_TERMS } from "../../../rules/discounts"

const amount = z.string()

/** A discount as a subscription stores it. Unknown fields, as other versions may write, are passed on. */
export const recurringDiscountSchema = z.looseObject({
  source: z.enum(DISCOUNT_SOURCES),
  discountId: z.string().nullable(),
  name: z.string(),
  mode: z.enum(MODES),
  value: amount,
  per: z.enum(FIXED_PER),
  renewals: z.enum(RENEWAL_TERMS),
  renewalCycles: z.number().nullable(),
  base: z.enum(ORDER_DISCOUNT_BASES).default("price"),
  promotionId: z.string().optional(),
  ofBundle: z.literal(true).optional(),
  cappedAt: z.object({ amount, price: amount }).nullable().default(null),
})
