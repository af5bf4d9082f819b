import { createWorkflow, transform, type WorkflowData, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addToCartWorkflow, updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { checkOpenCartStep } from "./steps/check-open-cart"
import { writeSelectionStep, type ChangePackageInput } from "./steps/write-selection"

/**
 * Changes choices, period, hours or quantity of a package in a cart (P17), or takes the recipe of now (P20). An accessory
 * that is chosen now and is a line of its own is added (P16). Throws NOT_ALLOWED naming field and reason, NOT_FOUND for a
 * line that is not the cart's.
 */
export const changePackageInCartWorkflow = createWorkflow(
  "packages-change-in-cart",
  function (input: WorkflowData<ChangePackageInput>) {
    const added = writeSelectionStep(input)
    const update = transform({ input }, ({ input: { cart_id, line_id, quantity } }) => ({
      cart_id,
      item_id: line_id,
      update: quantity === undefined ? {} : { quantity },
    }))
    updateLineItemInCartWorkflow.runAsStep({ input: update })
    when("packages-adds-accessories", { added }, (data) => data.added.items.length > 0).then(() => {
      const addition = transform({ input, added }, (data) => ({
        cart_id: data.input.cart_id,
        items: data.added.items,
      }))
      addToCartWorkflow.runAsStep({ input: addition })
    })
    // The cart may have been completed between the write and the cart's lock: then the write is undone.
    checkOpenCartStep(input)
    return new WorkflowResponse(input.cart_id)
  },
)
