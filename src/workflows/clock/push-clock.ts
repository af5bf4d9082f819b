import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService } from "../../modules/billing"

export interface PushClockInput {
  days_ahead: number
  label: string
}

const pushClockStep = createStep(
  "billing-push-clock",
  async (input: PushClockInput, { container }) => {
    const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
    const offset = await billing.createClockOffsets(input)
    return new StepResponse(offset.id, offset.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<BillingModuleService>(BILLING_MODULE).deleteClockOffsets(id)
    }
  },
)

/** Writes a push of the demo clock into its log. */
export const pushClockWorkflow = createWorkflow("billing-push-clock", (input: PushClockInput) => {
  return new WorkflowResponse(pushClockStep(input))
})
