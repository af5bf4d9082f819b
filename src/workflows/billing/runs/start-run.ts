import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService, openRun, stopRun } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"

export interface StartRunInput {
  as_of: CivilDate
  /** `schedule`, or `user:<id>`. */
  requested_by: string
}

/** The number of workers that may join a run; each claims batches until nothing is left. */
const SHARES = 4

const openRunStep = createStep(
  "billing-open-run",
  async (input: StartRunInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const run = await openRun(knex, { asOf: input.as_of, requestedBy: input.requested_by })
    return new StepResponse(run, run.opened ? run.id : null)
  },
  async (runId, { container }) => {
    if (runId) {
      await stopRun(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, runId)
    }
  },
)

/**
 * Opens a billing run, or finds the open one of that date, and requests workers to join it. Should the request get
 * lost, the next tick of the scheduled job finds the open run.
 */
export const startRunWorkflow = createWorkflow("billing-start-run", (input: StartRunInput) => {
  const run = openRunStep(input)
  const requests = transform(run, (run) => Array.from({ length: SHARES }, (_, share) => ({ id: run.id, share })))
  emitEventStep({ eventName: "billing.run.requested", data: requests })
  return new WorkflowResponse(run)
})
