import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { syncOrderEditStep, type SyncOrderInput } from "./steps/sync-order-edit"

/**
 * Writes the discounts of an order's open edit (D21) as actions of the edit: its preview shows them, and confirming
 * applies them. Medusa's own flows write such actions, too, and delete ours; so this runs after each of them, and once
 * more before confirmation. It works for drafts and for placed orders.
 */
export const syncOrderEditWorkflow = createWorkflow("discounts-sync-order-edit", (input: SyncOrderInput) => {
  acquireLockStep({ key: input.order_id, timeout: 2, ttl: 10 })
  const synced = syncOrderEditStep(input)
  releaseLockStep({ key: input.order_id })
  return new WorkflowResponse(synced)
})
