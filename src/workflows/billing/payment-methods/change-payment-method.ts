import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { collectNowWorkflow } from "../charges/collect-now"
import { saveWithProviderWorkflow } from "./save-with-provider"
import { loadPayingSubscriptionStep } from "./steps/load-paying-subscription"
import { leftToRetryStep, replacePaymentMethodStep } from "./steps/replace-payment-method"

export interface ChangePaymentMethodInput extends ChangeContext {
  /** Of the subscription, which must be this customer's. */
  id: string
  customer_id: string
  provider_id: string
  /** What the storefront gives to the provider's collector. */
  data: Record<string, unknown>
}

/** What the charging of these renewals is asked with. */
const toCharge = ({ input, ids }: { input: { as_of: CivilDate }; ids: string[] }) => ({
  renewal_ids: ids,
  as_of: input.as_of,
})

/**
 * Replaces the payment method of a subscription, and has all that it owes charged with the new one at once. Where the bank
 * wants to see the customer first, nothing changes yet: the answer says what to confirm, and the same call follows it (B14).
 */
export const changePaymentMethodWorkflow = createWorkflow(
  "billing-change-payment-method",
  (input: ChangePaymentMethodInput) => {
    const paying = loadPayingSubscriptionStep(input)
    const answer = saveWithProviderWorkflow.runAsStep({
      input: transform({ input, paying }, ({ input, paying }) => ({
        paying,
        customer_id: input.customer_id,
        provider_id: input.provider_id,
        data: input.data,
      })),
    })
    const ids = replacePaymentMethodStep(
      transform({ input, answer }, ({ input, answer }) => ({
        id: input.id,
        customer_id: input.customer_id,
        provider_id: input.provider_id,
        as_of: input.as_of,
        actor: input.actor,
        answer,
      })),
    )
    const first = collectNowWorkflow.runAsStep({ input: transform({ input, ids }, toCharge) })
    const left = leftToRetryStep(transform({ ids, first }, ({ ids, first }) => ({ ids, first })))
    const second = collectNowWorkflow
      .runAsStep({ input: transform({ input, ids: left }, toCharge) })
      .config({ name: "billing-collect-left" })
    return new WorkflowResponse(
      transform({ answer, first, second }, ({ answer, first, second }) => ({
        answer,
        charges: [...first.filter((one) => !second.some(({ renewal_id }) => renewal_id === one.renewal_id)), ...second],
      })),
    )
  },
)
