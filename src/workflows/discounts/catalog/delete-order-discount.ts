import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { loadOrderDiscountStep } from "./steps/load-order-discount"
import { writeOrderDiscountStep } from "./steps/write-order-discount"

/**
 * Deletes an order discount with its ranges. Amounts already given stay: in orders, in the report, in discount records.
 */
export const deleteOrderDiscountWorkflow = createWorkflow(
  "discounts-delete-order-discount",
  (input: { id: string }) => {
    const before = loadOrderDiscountStep(input.id)
    const change = transform({ before }, (data) => ({ before: data.before, after: null }))
    return new WorkflowResponse(writeOrderDiscountStep(change))
  },
)
