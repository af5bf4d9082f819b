import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { BatchInput } from "./batch-input"
import { issueClaimed } from "./issue-claimed"
import { claimDueSubscriptionsStep } from "./steps/claim-due-subscriptions"

/**
 * Issues one batch of what is due: order, reservations, payment collection, invoice, record and events of each renewal;
 * ends what ends. Returns how many subscriptions it handled; 0 means that nothing is left for this worker. It can run
 * again after a crash at any point: everything it creates has a derived id.
 */
export const issueRenewalsWorkflow = createWorkflow("billing-issue-renewals", (batch: BatchInput) => {
  const ids = claimDueSubscriptionsStep(batch)
  return new WorkflowResponse(issueClaimed(ids, batch).handled)
})
