import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { placeAssignmentsStep, type PlacedAssignments } from "./steps/place-assignments"

/** Puts the discounts that are assigned to a variant, product, collection or category into an order (D12). */
export const placeAssignmentsWorkflow = createWorkflow("discounts-place-assignments", (input: PlacedAssignments) => {
  return new WorkflowResponse(placeAssignmentsStep(input))
})
