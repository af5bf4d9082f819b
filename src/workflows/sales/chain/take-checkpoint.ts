import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { takeCheckpointStep, type TakeCheckpointInput } from "./steps/take-checkpoint"

/** Takes a checkpoint over all chains (H8), and keeps it as a file outside of the database where that is asked for. */
export const takeCheckpointWorkflow = createWorkflow(
  "sales-take-checkpoint",
  (input: TakeCheckpointInput) => new WorkflowResponse(takeCheckpointStep(input)),
)
