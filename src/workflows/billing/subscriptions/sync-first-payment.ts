import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { syncFirstPaymentStep, type SyncFirstPaymentInput } from "./steps/sync-first-payment"

/**
 * Brings the subscriptions of an order in line with how its payment stands: paid (enough, by the setting) starts them, a
 * cancellation or a full refund of the order cancels them (B20). Answers the ids of those that changed; the same news
 * twice changes nothing more.
 */
export const syncFirstPaymentWorkflow = createWorkflow(
  "billing-sync-first-payment",
  (input: SyncFirstPaymentInput) => new WorkflowResponse(syncFirstPaymentStep(input)),
)
