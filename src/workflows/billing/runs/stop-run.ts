import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, stopRun } from "../../../modules/billing"

// Nothing to compensate: it is the only step, and a stopped run can be started again.
const stopRunStep = createStep("billing-stop-run", async ({ id }: { id: string }, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  return new StepResponse(await stopRun(knex, id))
})

/** Stops an open run between two batches. Answers false if it was over already. What is left stays due. */
export const stopRunWorkflow = createWorkflow("billing-stop-run", (input: { id: string }) => {
  return new WorkflowResponse(stopRunStep(input))
})
