import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { migratePriceStep, type MigratePriceInput } from "./steps/migrate-price"

/** Moves chosen subscriptions to their offer's current price from their next renewal on, or previews that (B22). */
export const migratePriceWorkflow = createWorkflow(
  "billing-migrate-price",
  (input: MigratePriceInput) => new WorkflowResponse(migratePriceStep(input)),
)
