import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { askEarlyRenewalStep, type EarlyRenewalInput } from "./steps/ask-early-renewal"
import { billChangeStep } from "./steps/bill-change"

/** Bills the next cycle of a subscription now, from its current end; the anchor stays (B31). */
export const renewEarlyWorkflow = createWorkflow("billing-renew-early", (input: EarlyRenewalInput) => {
  const begun = askEarlyRenewalStep(input)
  billChangeStep(transform({ begun, input }, ({ begun, input }) => ({ begun, as_of: input.as_of })))
  return new WorkflowResponse(begun)
})
