import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { transferSubscriptionsStep, type TransferSubscriptionsInput } from "./steps/transfer-subscriptions"

/** Has the subscriptions of a transferred order follow it to its new customer, without the old one's payment method. */
export const transferSubscriptionsWorkflow = createWorkflow(
  "billing-transfer-subscriptions",
  (input: TransferSubscriptionsInput) => new WorkflowResponse(transferSubscriptionsStep(input)),
)
