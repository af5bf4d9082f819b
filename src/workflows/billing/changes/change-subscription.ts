import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { beginChangeStep, type ChangeSubscriptionInput } from "./steps/begin-change"
import { billChangeStep } from "./steps/bill-change"
import { finishChangeStep } from "./steps/finish-change"

/**
 * Changes what a subscription is for, now or at its period's end (B25): the credit note of what is not used, the new terms,
 * and their bill. It does exactly what `planChange` says. After a crash the tick goes on.
 */
export const changeSubscriptionWorkflow = createWorkflow(
  "billing-change-subscription",
  (input: ChangeSubscriptionInput) => {
    const begun = beginChangeStep(input)
    finishChangeStep(begun)
    billChangeStep(transform({ begun, input }, ({ begun, input }) => ({ begun, as_of: input.as_of })))
    return new WorkflowResponse(begun)
  },
)
