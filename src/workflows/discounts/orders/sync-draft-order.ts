import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { syncDraftOrderStep } from "./steps/sync-draft-order"
import type { SyncOrderInput } from "./steps/sync-order-edit"

/**
 * Gives a draft without an open edit the discounts that a cart would have (D21): when it is made, when its customer
 * changes, and before it becomes an order.
 */
export const syncDraftOrderWorkflow = createWorkflow("discounts-sync-draft-order", (input: SyncOrderInput) => {
  acquireLockStep({ key: input.order_id, timeout: 2, ttl: 10 })
  const synced = syncDraftOrderStep(input)
  releaseLockStep({ key: input.order_id })
  return new WorkflowResponse(synced)
})
