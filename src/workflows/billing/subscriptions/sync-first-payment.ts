import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { syncFirstPaymentStep, type SyncFirstPaymentInput } from "./steps/sync-first-payment"

/**
 * Updates the subscriptions of an order to the state of its payment: a payment (enough, by the setting) starts them, a
 * cancellation or a full refund of the order cancels them (B20). Returns the ids of those that changed. Running it
 * again changes nothing.
 */
export const syncFirstPaymentWorkflow = createWorkflow(
  "billing-sync-first-payment",
  (input: SyncFirstPaymentInput) => new WorkflowResponse(syncFirstPaymentStep(input)),
)
