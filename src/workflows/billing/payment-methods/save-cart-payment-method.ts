import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { saveWithProviderWorkflow } from "./save-with-provider"
import { recordSavedMethodStep } from "./steps/record-saved-method"
import { loadPayingCartStep } from "./steps/load-paying-cart"

export interface SaveCartPaymentMethodInput {
  cart_id: string
  /** Whose cart it must be. */
  customer_id: string
  provider_id: string
  /** What the storefront gives to the provider's collector. */
  data: Record<string, unknown>
}

/** Saves a payment method for a cart on which nothing is due, so that its trial can be charged when it ends (B14). */
export const saveCartPaymentMethodWorkflow = createWorkflow(
  "billing-save-cart-payment-method",
  (input: SaveCartPaymentMethodInput) => {
    const paying = loadPayingCartStep(input)
    const answer = saveWithProviderWorkflow.runAsStep({
      input: transform({ input, paying }, ({ input, paying }) => ({
        paying,
        customer_id: input.customer_id,
        provider_id: input.provider_id,
        data: input.data,
      })),
    })
    const kept = recordSavedMethodStep({
      cart_id: input.cart_id,
      customer_id: input.customer_id,
      provider_id: input.provider_id,
      answer,
    })
    return new WorkflowResponse(kept)
  },
)
