import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeAddressesStep, type ChangeAddressesInput } from "./steps/change-addresses"

/** Changes where a subscription is sent and billed to, from its next renewal on (B26). */
export const changeAddressesWorkflow = createWorkflow(
  "billing-change-addresses",
  (input: ChangeAddressesInput) => new WorkflowResponse(changeAddressesStep(input)),
)
