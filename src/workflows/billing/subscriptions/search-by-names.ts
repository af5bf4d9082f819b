import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { searchByNamesStep, type SearchByNamesInput } from "./steps/search-by-names"

/** The search finds subscriptions by their customers' names of today. */
export const searchByNamesWorkflow = createWorkflow(
  "billing-search-by-names",
  (input: SearchByNamesInput) => new WorkflowResponse(searchByNamesStep(input)),
)
