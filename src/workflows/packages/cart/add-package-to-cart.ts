import { createWorkflow, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, addToCartWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { preparePackageStep, type AddPackageInput } from "./steps/prepare-package"

/**
 * Adds a package with its choices to a cart (P17). Its contents are made by the cart's own refresh. Throws NOT_ALLOWED
 * naming field and reason, NOT_FOUND for a cart that does not exist.
 */
export const addPackageToCartWorkflow = createWorkflow(
  "packages-add-to-cart",
  function (input: WorkflowData<AddPackageInput>) {
    // Of two requests for the same package at once, the second finds the entry of the first.
    acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10 })
    const prepared = preparePackageStep(input)
    const addition = transform({ input, prepared }, (data) => ({
      cart_id: data.input.cart_id,
      items: data.prepared.items,
    }))
    addToCartWorkflow.runAsStep({ input: addition })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(input.cart_id)
  },
)
