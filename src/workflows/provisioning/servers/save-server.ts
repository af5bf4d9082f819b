import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createServerStep, saveServerStep, type CreateServerInput, type SaveServerInput } from "./steps/save-server"

/** Adds a server of a provider; its credentials are encrypted (S8). Answers its id. */
export const createServerWorkflow = createWorkflow(
  "provisioning-create-server",
  (input: CreateServerInput) => new WorkflowResponse(createServerStep(input)),
)

/** Changes a server, and switches one on again that was switched off. Credentials that are left out stay. */
export const saveServerWorkflow = createWorkflow(
  "provisioning-save-server",
  (input: SaveServerInput) => new WorkflowResponse(saveServerStep(input)),
)
