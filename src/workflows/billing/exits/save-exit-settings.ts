import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { saveExitSettingsStep, type SaveExitSettingsInput } from "./steps/save-exit-settings"

/** Saves which exit pages each region serves, and what becomes of what is declared there. */
export const saveExitSettingsWorkflow = createWorkflow(
  "billing-save-exit-settings",
  (input: SaveExitSettingsInput) => new WorkflowResponse(saveExitSettingsStep(input)),
)
