import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  readSubscription,
  renewalsToRetry,
} from "../../../modules/billing"
import { retryNow } from "../../../rules/billing"
import { collectNowWorkflow } from "../charges/collect-now"

export interface RetryRenewalsInput extends ChangeContext {
  /** Of the subscription. */
  id: string
}

/** Writes nothing but the time line: who had it tried. */
const chooseRetriesStep = createStep(
  "billing-choose-retries",
  async ({ id, as_of, actor }: RetryRenewalsInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { status, payment_method, is_hard_declined } = await readSubscription(knex, id)
    const owing = await renewalsToRetry(knex, { id, asOf: as_of })
    const facts = { status, hasMethod: payment_method !== null, isHardDeclined: is_hard_declined, ...owing }
    const answer = retryNow(facts, as_of)
    if (!answer.ok) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, answer.reason)
    }
    await addTimelineEntries(knex, [
      { subscription_id: id, type: "retry_requested", as_of, actor, data: { renewals: answer.ids.length } },
    ])
    return new StepResponse(answer.ids)
  },
)

/** Charges all that a subscription owes, at once; the schedule goes on after it. Answers what came of each charge. */
export const retryRenewalsWorkflow = createWorkflow("billing-retry-renewals", (input: RetryRenewalsInput) => {
  const ids = chooseRetriesStep(input)
  const results = collectNowWorkflow.runAsStep({
    input: transform({ input, ids }, ({ input, ids }) => ({ renewal_ids: ids, as_of: input.as_of })),
  })
  return new WorkflowResponse(results)
})
