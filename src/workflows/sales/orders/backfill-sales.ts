import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { backfillSalesStep, type BackfillSalesInput } from "./steps/backfill-sales"

/** Makes the sales of orders from before the sales history. Run again, it changes nothing. */
export const backfillSalesWorkflow = createWorkflow(
  "sales-backfill-sales",
  (input: BackfillSalesInput) => new WorkflowResponse(backfillSalesStep(input)),
)
