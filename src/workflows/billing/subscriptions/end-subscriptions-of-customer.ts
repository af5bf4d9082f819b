import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  endSubscriptionsOfCustomerStep,
  type EndSubscriptionsOfCustomerInput,
} from "./steps/end-subscriptions-of-customer"

/** Cancels all running subscriptions of a customer at once, in one transaction. Returns their ids. */
export const endSubscriptionsOfCustomerWorkflow = createWorkflow(
  "billing-end-subscriptions-of-customer",
  (input: EndSubscriptionsOfCustomerInput) => new WorkflowResponse(endSubscriptionsOfCustomerStep(input)),
)
