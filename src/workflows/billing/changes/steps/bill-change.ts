import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CivilDate } from "../../../../rules/calendar"
import { toError } from "../../../errors/to-error"
import { collectNowWorkflow } from "../../charges/collect-now"
import { issueNowWorkflow } from "../../renewals/issue-now"
import type { BegunChange } from "./begin-change"

export interface BillChangeInput {
  begun: BegunChange
  as_of: CivilDate
}

/**
 * Issues the bill of a change, and charges it where it is charged by itself. The subscription is due by then: where this
 * fails, the next run does the same, so the change stands and the error is logged.
 */
export const billChangeStep = createStep(
  "billing-bill-change",
  async ({ begun, as_of }: BillChangeInput, { container }) => {
    if (!begun.isBilledNow) {
      return new StepResponse<string[]>([])
    }
    const batch = { run_id: begun.id, as_of, worker: `change:${begun.id}`, isOutsideRun: true as const }
    try {
      const { result } = await issueNowWorkflow(container).run({ input: { ids: [begun.subscription_id], batch } })
      await collectNowWorkflow(container).run({ input: { renewal_ids: result, as_of } })
      return new StepResponse(result)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`The bill of change ${begun.id} is left to the next run: ${toError(error).message}`)
      return new StepResponse<string[]>([])
    }
  },
)
