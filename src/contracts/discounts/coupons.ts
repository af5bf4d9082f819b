import { z } from "@medusajs/framework/zod"
import { RENEWAL_TERMS } from "../../rules/discounts/states"
import { version } from "./fields"

/** On which bills of a subscription a promotion's code is given. */
export const saveCouponSchema = z.strictObject({
  renewals: z.enum(RENEWAL_TERMS),
  /** With `cycles`: on how many, the first order's included. */
  renewal_cycles: z.number().int().min(1).max(1000).nullish(),
  version,
})
export type SaveCoupon = z.output<typeof saveCouponSchema>

export const couponAnswerSchema = z.object({
  promotion_id: z.string(),
  code: z.string(),
  renewals: z.enum(RENEWAL_TERMS),
  renewal_cycles: z.number().nullable(),
  /** 0: nothing was said of it yet. */
  version: z.number(),
})
export type CouponAnswer = z.infer<typeof couponAnswerSchema>
