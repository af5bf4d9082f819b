import { createWorkflow, transform, type WorkflowData, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addDraftOrderItemsWorkflow,
  orderEditAddNewItemWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { bindAddedLinesStep } from "./steps/bind-added-lines"
import { preparePackageChangeStep, type PackageChangeInput } from "./steps/prepare-package-change"
import { writePackageActionsStep } from "./steps/write-package-actions"

/**
 * Adds a package to the open edit of a draft or an order, changes or removes one, or has contents follow what Medusa's own
 * routes have done to a package's line (P23). Where all is right it changes nothing. Throws NOT_ALLOWED naming field and
 * reason, NOT_FOUND for a line that is not the order's.
 */
export const changePackagesOfOrderWorkflow = createWorkflow(
  "packages-change-of-order",
  function (input: WorkflowData<PackageChangeInput>) {
    acquireLockStep({ key: input.order_id, timeout: 2, ttl: 10 })
    const prepared = preparePackageChangeStep(input)
    const addition = transform({ input, prepared }, (data) => ({
      order_id: data.input.order_id,
      items: data.prepared.items,
    }))
    when(
      "packages-adds-to-draft",
      { prepared },
      (data) => data.prepared.is_draft && data.prepared.items.length > 0,
    ).then(() => {
      addDraftOrderItemsWorkflow.runAsStep({ input: addition })
    })
    when(
      "packages-adds-to-edit",
      { prepared },
      (data) => !data.prepared.is_draft && data.prepared.items.length > 0,
    ).then(() => {
      orderEditAddNewItemWorkflow.runAsStep({ input: addition })
    })
    bindAddedLinesStep({ order_id: input.order_id })
    const updates = transform({ input, prepared }, (data) => ({
      order_id: data.input.order_id,
      updates: data.prepared.updates,
    }))
    writePackageActionsStep(updates)
    releaseLockStep({ key: input.order_id })
    return new WorkflowResponse(prepared)
  },
)
