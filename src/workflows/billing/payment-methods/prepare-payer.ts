import type { AccountHolderDTO, PaymentCustomerDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { createPaymentAccountHolderStep, createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { loadPayer, type PayingCustomer } from "./steps/load-payer"

export interface PreparePayerInput {
  customer_id: string
  provider_id: string
}

export interface PreparedPayer {
  customer: PaymentCustomerDTO
  account_holder: AccountHolderDTO
}

const loadPayerStep = createStep(
  "billing-load-payer",
  async (input: PreparePayerInput, { container }) =>
    new StepResponse<PayingCustomer>(await loadPayer(container, input)),
)

/** A customer's account with a payment provider, to save a method with; it is made where there is none yet. */
export const preparePayerWorkflow = createWorkflow("billing-prepare-payer", (input: PreparePayerInput) => {
  const paying = loadPayerStep(input)
  const accountHolder = createPaymentAccountHolderStep(
    transform({ input, paying }, ({ input, paying }) => ({
      provider_id: input.provider_id,
      context: { customer: paying.customer, account_holder: paying.account_holder ?? undefined },
    })),
  )
  when("billing-new-account-holder-of-payer", paying, ({ account_holder }) => !account_holder).then(() => {
    createRemoteLinkStep(
      transform({ input, accountHolder }, ({ input, accountHolder }) => [
        {
          [Modules.CUSTOMER]: { customer_id: input.customer_id },
          [Modules.PAYMENT]: { account_holder_id: accountHolder.id },
        },
      ]),
    )
  })
  return new WorkflowResponse(
    transform({ paying, accountHolder }, ({ paying, accountHolder }) => ({
      customer: paying.customer,
      account_holder: accountHolder,
    })),
  )
})
