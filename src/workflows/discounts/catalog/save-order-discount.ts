import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planOrderDiscountStep, type SaveOrderDiscountInput } from "./steps/plan-order-discount"
import { writeOrderDiscountStep } from "./steps/write-order-discount"

/**
 * Saves an order discount (D1, D4) with its ranges: a new one, which goes last, or what is given of an existing one.
 * Result: its id.
 */
export const saveOrderDiscountWorkflow = createWorkflow(
  "discounts-save-order-discount",
  (input: SaveOrderDiscountInput) => {
    return new WorkflowResponse(writeOrderDiscountStep(planOrderDiscountStep(input)))
  },
)
