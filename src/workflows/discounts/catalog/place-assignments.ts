import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { placeAssignmentsStep, type PlacedAssignments } from "./steps/place-assignments"

/** Sorts the assignments of a variant, product, collection or category (D12). */
export const placeAssignmentsWorkflow = createWorkflow("discounts-place-assignments", (input: PlacedAssignments) => {
  return new WorkflowResponse(placeAssignmentsStep(input))
})
