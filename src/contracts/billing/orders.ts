import { z } from "@medusajs/framework/zod"
import { RENEWAL_STATUSES } from "../../rules/billing/states"

/** What billing says of a Medusa order. */
export const orderBillingAnswerSchema = z.object({
  /** What a renewal's order renews; null: it is a purchase. */
  renewal: z
    .object({
      renewal_id: z.string(),
      subscription_id: z.string(),
      /** The subscription's number. */
      display_id: z.number(),
      cycle: z.number(),
      period_start: z.string(),
      period_end: z.string(),
      due_on: z.string(),
      status: z.enum(RENEWAL_STATUSES),
      reason: z.string().nullable(),
      /** The other subscriptions on its invoice. */
      others: z.array(z.object({ subscription_id: z.string(), display_id: z.number() })),
    })
    .nullable(),
})
export type OrderBillingAnswer = z.infer<typeof orderBillingAnswerSchema>
