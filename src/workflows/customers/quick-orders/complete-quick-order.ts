import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { putOnAccountStep } from "./steps/put-on-account"

/**
 * Makes the order of a quick order's cart, on account: completed as any cart, and not paid. Events go out when it ends. Several at
 * once make one order, as Medusa locks the cart.
 */
export const completeQuickOrderWorkflow = createWorkflow(
  "customers-complete-quick-order",
  (input: { cart_id: string }) => {
    const order = completeCartWorkflow.runAsStep({ input: { id: input.cart_id } })
    putOnAccountStep({ order_id: order.id })
    return new WorkflowResponse(order)
  },
)
