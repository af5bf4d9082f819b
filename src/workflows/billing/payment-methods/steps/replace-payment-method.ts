import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveAnswer } from "../../../../collectors"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  failedWithEarlierMethod,
  payingTogether,
  renewalsToRetry,
} from "../../../../modules/billing"
import { isUnderWay, mayTry, methodChange } from "../../../../rules/billing"
import { changeSubscriptions } from "../../subscriptions/change-one-subscription"

export interface ReplacePaymentMethodInput extends ChangeContext {
  id: string
  customer_id: string
  provider_id: string
  answer: SaveAnswer
  /** How the customer has agreed to it, where they were not logged in: kept in the time line. */
  consent?: Record<string, string>
}

/**
 * Puts a saved method in the place of the subscription's, and of those that it shares an unpaid invoice with, in one
 * transaction; answers what it owes and may be tried.
 */
export const replacePaymentMethodStep = createStep(
  "billing-replace-payment-method",
  async ({ answer, provider_id, consent, ...input }: ReplacePaymentMethodInput, { container }) => {
    if (answer.kind !== "saved") {
      return new StepResponse<string[]>([])
    }
    const { method } = answer
    const changed = {
      payment_provider_id: provider_id,
      payment_method: method,
      brand: method.brand,
      last4: method.last4,
    }
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    // An invoice is charged once, so all that are on it are paid by the same method.
    const others = await payingTogether(knex, input.id)
    await changeSubscriptions(container, { ...input, others }, (row, options) => {
      const change = methodChange(row, changed, options)
      return change.ok
        ? { ...change, change: { ...change.change, data: { ...change.change.data, ...consent } } }
        : change
    })
    const { owed } = await renewalsToRetry(knex, { id: input.id, asOf: input.as_of })
    return new StepResponse(
      owed.filter((one) => !isUnderWay(one) || mayTry(one.triedOn, input.as_of)).map(({ id }) => id),
    )
  },
)

/** A charge in doubt is asked about first; what then turns out to be declined is tried again with the new method. */
export const leftToRetryStep = createStep(
  "billing-left-to-retry",
  async ({ ids }: { ids: string[]; first: unknown }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    return new StepResponse(await failedWithEarlierMethod(knex, ids))
  },
)
