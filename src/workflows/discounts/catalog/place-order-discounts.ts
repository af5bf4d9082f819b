import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { placeOrderDiscountsStep } from "./steps/place-order-discounts"

/** Puts all order discounts into the order in which they are tried (D4). */
export const placeOrderDiscountsWorkflow = createWorkflow(
  "discounts-place-order-discounts",
  (input: { ids: string[] }) => {
    return new WorkflowResponse(placeOrderDiscountsStep(input))
  },
)
