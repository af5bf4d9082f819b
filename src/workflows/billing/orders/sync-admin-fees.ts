import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep, updateOrderTaxLinesWorkflow } from "@medusajs/medusa/core-flows"
import { syncAdminFeesStep, type SyncAdminFeesInput } from "./steps/sync-admin-fees"

/**
 * Gives what an admin adds to an order's open edit or exchange, or to a draft's, its set-up fees (B7). It runs after
 * each change of the edit; where all is right it changes nothing.
 */
export const syncAdminFeesWorkflow = createWorkflow("billing-sync-admin-fees", (input: SyncAdminFeesInput) => {
  acquireLockStep({ key: input.order_id, timeout: 2, ttl: 10 })
  const item_ids = syncAdminFeesStep(input)
  when("billing-admin-fees-were-added", item_ids, (ids) => ids.length > 0).then(() => {
    updateOrderTaxLinesWorkflow.runAsStep({ input: { order_id: input.order_id, item_ids } })
  })
  releaseLockStep({ key: input.order_id })
  return new WorkflowResponse(item_ids)
})
