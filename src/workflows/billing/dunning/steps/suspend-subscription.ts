import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  owedRenewals,
} from "../../../../modules/billing"
import { isLate, resumeChange, suspendChange, unpauseChange } from "../../../../rules/billing"
import { requireAllowed } from "../../changes/require-allowed"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"

export interface SuspensionInput extends ChangeContext {
  id: string
  reason: string
  version?: number | undefined
  /** The customer who must own it, and may end a pause alone; admins leave it out. */
  customer_id?: string
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
      await changeOneSubscription(container, input, (row, options) => {
        if (row.status === "paused" || input.customer_id !== undefined) {
          requireAllowed("pause", input, options)
          return unpauseChange(row, { reason, asOf }, options)
        }
        return resumeChange(row, { reason, owesPastDue, asOf }, options)
      }),
    )
  },
)
