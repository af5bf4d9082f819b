import { createWorkflow, transform, type WorkflowData, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addToCartWorkflow,
  releaseLockStep,
  updateLineItemInCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { prepareRentalStep, type AddRentalInput } from "./steps/prepare-rental"

/**
 * Adds a single article that is priced by time to a cart (P11, P18): for a period, or for hours or days. Its price and what
 * ships it are made by the cart's own refresh. Throws NOT_ALLOWED naming field and reason, NOT_FOUND for a cart that does
 * not exist.
 */
export const addRentalToCartWorkflow = createWorkflow(
  "packages-add-rental-to-cart",
  function (input: WorkflowData<AddRentalInput>) {
    acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10 })
    const prepared = prepareRentalStep(input)
    when("packages-adds-rental", { prepared }, (data) => data.prepared.joined === null).then(() => {
      const addition = transform({ input, prepared }, (data) => ({
        cart_id: data.input.cart_id,
        items: data.prepared.items,
      }))
      addToCartWorkflow.runAsStep({ input: addition })
    })
    when("packages-adds-to-rental", { prepared }, (data) => data.prepared.joined !== null).then(() => {
      const update = transform({ input, prepared }, (data) => ({
        cart_id: data.input.cart_id,
        item_id: data.prepared.joined?.line_id ?? "",
        update: { quantity: data.prepared.joined?.quantity ?? 1 },
      }))
      updateLineItemInCartWorkflow.runAsStep({ input: update })
    })
    releaseLockStep({ key: input.cart_id })
    return new WorkflowResponse(input.cart_id)
  },
)
