import { createWorkflow, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkOpenCartStep } from "./steps/check-open-cart"
import { writeSelectionStep, type ChangePackageInput } from "./steps/write-selection"

/**
 * Changes choices, period, hours or quantity of a package in a cart (P17), or takes the recipe of now (P20). Throws
 * NOT_ALLOWED naming field and reason, NOT_FOUND for a line that is not the cart's.
 */
export const changePackageInCartWorkflow = createWorkflow(
  "packages-change-in-cart",
  function (input: WorkflowData<ChangePackageInput>) {
    writeSelectionStep(input)
    const update = transform({ input }, ({ input: { cart_id, line_id, quantity } }) => ({
      cart_id,
      item_id: line_id,
      update: quantity === undefined ? {} : { quantity },
    }))
    updateLineItemInCartWorkflow.runAsStep({ input: update })
    // The cart may have been completed between the write and the cart's lock: then the write is undone.
    checkOpenCartStep(input)
    return new WorkflowResponse(input.cart_id)
  },
)
