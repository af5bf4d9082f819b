import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createPaymentAccountHolderStep, createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import type { PayingCustomer } from "./steps/load-payer"
import { savePaymentMethodStep } from "./steps/save-payment-method"

export interface SaveWithProviderInput {
  /** Who pays, with the account that the provider has for them. */
  paying: PayingCustomer
  customer_id: string
  provider_id: string
  /** What the storefront gives to the provider's collector. */
  data: Record<string, unknown>
}

/** Has the provider keep a payment method, in the customer's account with it, which is made where there is none. */
export const saveWithProviderWorkflow = createWorkflow(
  "billing-save-method-with-provider",
  (input: SaveWithProviderInput) => {
    const accountHolder = createPaymentAccountHolderStep(
      transform(input, ({ provider_id, paying }) => ({
        provider_id,
        context: { customer: paying.customer, account_holder: paying.account_holder ?? undefined },
      })),
    )
    when("billing-account-holder-is-new", input, ({ paying }) => !paying.account_holder).then(() => {
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
    return new WorkflowResponse(answer)
  },
)
