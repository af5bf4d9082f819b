import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addToCartWorkflow,
  deleteLineItemsWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { planCrossSellStep, type TakeCrossSellInput } from "./steps/plan-cross-sell"

/**
 * Takes a product that is sold with a cart: it comes beside, or in the place of the line that it replaces, with that line's units
 * (B15). Under the cart's lock, so that asked for twice it is taken once.
 */
export const takeCrossSellWorkflow = createWorkflow("billing-take-cross-sell", (input: TakeCrossSellInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 2, ttl: 10 })
  const planned = planCrossSellStep(input)
  const added = transform({ input, planned }, ({ input: { cart_id, variant_id }, planned: { quantity } }) => ({
    cart_id,
    items: [{ variant_id, quantity }],
  }))
  addToCartWorkflow.runAsStep({ input: added })
  when("billing-cross-sell-replaces", { planned }, (data) => data.planned.replaced.length > 0).then(() => {
    const removed = transform({ input, planned }, ({ input: { cart_id }, planned: { replaced } }) => ({
      cart_id,
      ids: replaced,
    }))
    deleteLineItemsWorkflow.runAsStep({ input: removed })
  })
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(planned)
})
