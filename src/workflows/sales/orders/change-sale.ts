import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeSaleStep, type ChangeSaleInput } from "./steps/change-sale"

/** Holds, releases or stops a sale, with a reason. Refused where its status does not allow it. */
export const changeSaleWorkflow = createWorkflow(
  "sales-change-sale",
  (input: ChangeSaleInput) => new WorkflowResponse(changeSaleStep(input)),
)
