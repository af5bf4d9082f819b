import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService } from "../../modules/core"

export interface PushClockInput {
  days_ahead: number
  label: string
}

const pushClockStep = createStep(
  "core-push-clock",
  async (input: PushClockInput, { container }) => {
    const offset = await container.resolve<CoreModuleService>(CORE_MODULE).createClockOffsets(input)
    return new StepResponse(offset.id, offset.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CoreModuleService>(CORE_MODULE).deleteClockOffsets(id)
    }
  },
)

/** Writes a push of the demo clock into its log. */
export const pushClockWorkflow = createWorkflow("core-push-clock", (input: PushClockInput) => {
  return new WorkflowResponse(pushClockStep(input))
})
