import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { placeOrderDiscountsStep } from "./steps/place-order-discounts"

/** Sorts the order discounts, which are tried in this order (D4). */
export const placeOrderDiscountsWorkflow = createWorkflow(
  "discounts-place-order-discounts",
  (input: { ids: string[] }) => {
    return new WorkflowResponse(placeOrderDiscountsStep(input))
  },
)
