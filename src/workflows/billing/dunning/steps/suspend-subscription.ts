import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  owedRenewals,
} from "../../../../modules/billing"
import { isLate, resumeChange, suspendChange, unpauseChange } from "../../../../rules/billing"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"

export interface SuspensionInput extends ChangeContext {
  id: string
  reason: string
  version?: number | undefined
}

/** Suspends, in one transaction, so the step needs no compensation. */
export const suspendSubscriptionStep = createStep(
  "billing-suspend-subscription",
  async (input: SuspensionInput, { container }) =>
    new StepResponse(
      await changeOneSubscription(container, input, (row, options) => suspendChange(row, input.reason, options)),
    ),
)

/** Resumes what is suspended or paused, in one transaction, so the step needs no compensation. */
export const resumeSubscriptionStep = createStep(
  "billing-resume-subscription",
  async (input: SuspensionInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { id, reason, as_of: asOf } = input
    const owed = (await owedRenewals(knex, [id])).get(id) ?? []
    const owesPastDue = owed.some((renewal) => isLate(renewal, asOf))
    return new StepResponse(
      await changeOneSubscription(container, input, (row, options) =>
        row.status === "paused"
          ? unpauseChange(row, { reason, asOf }, options)
          : resumeChange(row, { reason, owesPastDue, asOf }, options),
      ),
    )
  },
)
