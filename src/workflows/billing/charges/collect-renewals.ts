import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { BatchInput, Collecting } from "../renewals/batch-input"
import { collectClaimed } from "./collect-claimed"
import { claimRenewalsToCollectStep } from "./steps/claim-renewals-to-collect"

/**
 * Collects one batch of issued renewals: charges each on its order's payment collection, writes the money into the
 * order, settles renewal, invoice and subscription. Returns how many it claimed; 0 means that nothing is left for this
 * worker. It can run again after a crash at any point: the attempt's idempotency key finds the outcome of the charge.
 */
export const collectRenewalsWorkflow = createWorkflow("billing-collect-renewals", (batch: BatchInput) => {
  const renewals = claimRenewalsToCollectStep(batch)
  collectClaimed(
    renewals,
    transform({ batch }, ({ batch }): Collecting => batch),
  )
  return new WorkflowResponse(transform(renewals, (renewals) => renewals.length))
})
