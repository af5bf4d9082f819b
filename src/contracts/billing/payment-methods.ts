import { z } from "@medusajs/framework/zod"
import { CHARGE_STATUSES, SUBSCRIPTION_STATUSES } from "../../rules/billing/states"
import { id } from "../id"
import { providerData } from "../provider-data"

/** Saves a payment method for a cart on which nothing is due. `data` is what the provider's collector asks for. */
export const savePaymentMethodSchema = z.strictObject({
  provider_id: id,
  data: providerData.optional(),
})
export type SavePaymentMethodBody = z.infer<typeof savePaymentMethodSchema>

/** What came of another method for a subscription: the method, or what the customer has to confirm first; and the charges. */
export const changePaymentMethodAnswerSchema = z.object({
  payment_method: z
    .object({ provider_id: z.string(), id: z.string(), brand: z.string().nullable(), last4: z.string().nullable() })
    .nullable(),
  requires_action: z.record(z.string(), z.unknown()).nullable(),
  /** What was owed and charged at once. */
  charges: z.array(
    z.object({ renewal_id: z.string(), status: z.enum(CHARGE_STATUSES).nullable(), reason: z.string().nullable() }),
  ),
  /** The subscription's, after the charges. */
  status: z.enum(SUBSCRIPTION_STATUSES),
})
export type ChangePaymentMethodAnswer = z.infer<typeof changePaymentMethodAnswerSchema>

/** What Medusa's own route for payment sessions is given, as far as it is the provider's. */
export const sessionDataSchema = z.object({ data: providerData.optional() })

/** The saved method for the storefront, or the action that the customer has to take first. */
export const savePaymentMethodAnswerSchema = z.object({
  payment_method: z
    .object({
      provider_id: z.string(),
      id: z.string(),
      brand: z.string().nullable(),
      last4: z.string().nullable(),
    })
    .nullable(),
  requires_action: z.record(z.string(), z.unknown()).nullable(),
})
export type SavePaymentMethodAnswer = z.infer<typeof savePaymentMethodAnswerSchema>
