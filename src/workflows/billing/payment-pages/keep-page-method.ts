import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { collectorFor, type SaveAnswer } from "../../../collectors"
import { BILLING_MODULE, type BillingModuleService, methodToKeep } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { collectNowWorkflow } from "../charges/collect-now"
import { completeMethod } from "../payment-methods/complete-method"
import {
  leftToRetryStep,
  replacePaymentMethodStep,
  type ReplacePaymentMethodInput,
} from "../payment-methods/steps/replace-payment-method"

export interface KeepPageMethodInput {
  order_id: string
  as_of: CivilDate
}

const NOTHING: SaveAnswer = { kind: "refused", reason: "nothing was to be saved" }

/** Reads what was paid with on the page and is to be saved. */
const loadPageMethodStep = createStep(
  "billing-load-page-method",
  async ({ order_id, as_of }: KeepPageMethodInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const found = await methodToKeep(knex, order_id)
    const { provider_id = "", subscription_id: id = "", customer_id = "" } = found ?? {}
    const method = found && collectorFor(provider_id).rememberSession({ status: found.status, data: found.data })
    const answer: SaveAnswer = method
      ? { kind: "saved", method: await completeMethod(container, { provider_id, method }) }
      : NOTHING
    return new StepResponse<ReplacePaymentMethodInput>({
      id,
      customer_id,
      provider_id,
      as_of,
      actor: `customer:${customer_id}`,
      answer,
      consent: found ? { payment_session_id: found.session_id, consented_by: "payment_page" } : {},
    })
  },
)

/**
 * After a customer has paid on the page and agreed that the same is charged from now on: it becomes their subscription's method,
 * and all that is owed is charged with it. A second run finds it kept.
 */
export const keepPageMethodWorkflow = createWorkflow("billing-keep-page-method", (input: KeepPageMethodInput) => {
  const found = loadPageMethodStep(input)
  const ids = replacePaymentMethodStep(found)
  const first = collectNowWorkflow.runAsStep({
    input: transform({ input, ids }, ({ input, ids }) => ({ renewal_ids: ids, as_of: input.as_of })),
  })
  const left = leftToRetryStep(transform({ ids, first }, ({ ids, first }) => ({ ids, first })))
  collectNowWorkflow
    .runAsStep({
      input: transform({ input, left }, ({ input, left }) => ({ renewal_ids: left, as_of: input.as_of })),
    })
    .config({ name: "billing-collect-left-of-page" })
  return new WorkflowResponse(found)
})
