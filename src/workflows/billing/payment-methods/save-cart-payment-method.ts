import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createPaymentAccountHolderStep, createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { recordSavedMethodStep } from "./steps/record-saved-method"
import { loadPayingCartStep } from "./steps/load-paying-cart"
import { savePaymentMethodStep } from "./steps/save-payment-method"

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
    const accountHolder = createPaymentAccountHolderStep(
      transform({ input, paying }, ({ input, paying }) => ({
        provider_id: input.provider_id,
        context: { customer: paying.customer, account_holder: paying.account_holder ?? undefined },
      })),
    )
    when("billing-account-holder-is-new", paying, ({ account_holder }) => !account_holder).then(() => {
      createRemoteLinkStep(
        transform({ input, accountHolder }, ({ input, accountHolder }) => [
          {
            [Modules.CUSTOMER]: { customer_id: input.customer_id },
            [Modules.PAYMENT]: { account_holder_id: accountHolder.id },
          },
        ]),
      )
    })
    const answer = savePaymentMethodStep(
      transform({ input, accountHolder }, ({ input, accountHolder }) => ({
        provider_id: input.provider_id,
        data: input.data,
        account_holder: accountHolder,
      })),
    )
    const kept = recordSavedMethodStep({
      cart_id: input.cart_id,
      customer_id: input.customer_id,
      provider_id: input.provider_id,
      answer,
    })
    return new WorkflowResponse(kept)
  },
)
