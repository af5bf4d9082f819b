import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sendReminderAgainStep, type SendReminderAgainInput } from "./steps/send-reminder-again"

/** Sends a message once more, as it was said. Refused while it waits or is being sent, and without a provider for e-mails. */
export const sendReminderAgainWorkflow = createWorkflow(
  "billing-send-reminder-again",
  (input: SendReminderAgainInput) => new WorkflowResponse(sendReminderAgainStep(input)),
)
