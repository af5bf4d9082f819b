import { z } from "@medusajs/framework/zod"

/** Saves a payment method for a cart on which nothing is due. `data` is what the provider's collector asks for. */
export const savePaymentMethodSchema = z.strictObject({
  provider_id: z.string().trim().min(1),
  data: z.record(z.string(), z.unknown()).optional(),
})
export type SavePaymentMethodBody = z.infer<typeof savePaymentMethodSchema>

/** The saved method as the storefront may show it, or what the customer has to do first. */
export interface SavePaymentMethodAnswer {
  payment_method: { provider_id: string; id: string; brand: string | null; last4: string | null } | null
  requires_action: Record<string, unknown> | null
}
