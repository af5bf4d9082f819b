import { createWorkflow, transform, type WorkflowData, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addToCartWorkflow,
  releaseLockStep,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { writeSelectionStep, type ChangePackageInput } from "./steps/write-selection"

/**
 * Changes choices, period, hours or quantity of a package in a cart (P17), or takes the recipe of now (P20). An accessory
 * that is chosen now and is a line of its own is added (P16). Throws NOT_ALLOWED naming field and reason, NOT_FOUND for a
 * line that is not the cart's.
 */
export const changePackageInCartWorkflow = createWorkflow(
  "packages-change-in-cart",
  function (input: WorkflowData<ChangePackageInput>) {
    // From the first read on: nobody completes the cart, or changes the package, between the choices and their lines.
    acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10 })
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
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(input.cart_id)
  },
)
