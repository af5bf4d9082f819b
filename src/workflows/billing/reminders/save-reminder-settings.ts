import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveReminderSettings } from "../../../contracts/billing/reminders"
import { saveReminderSettingsStep } from "./steps/save-reminder-settings"

/** Saves when which messages are sent to customers; what is left out stays as it is. */
export const saveReminderSettingsWorkflow = createWorkflow(
  "billing-save-reminder-settings",
  (input: SaveReminderSettings) => new WorkflowResponse(saveReminderSettingsStep(input)),
)
