import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  changeSubscription,
  runningOfCustomers,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { canceledChange, isFinal } from "../../../../rules/billing"

export interface EndSubscriptionsOfCustomerInput extends ChangeContext {
  customer_id: string
  reason: string
}

/** All or none, so the step needs no compensation. A second run finds none that runs. */
export const endSubscriptionsOfCustomerStep = createStep(
  "billing-end-subscriptions-of-customer",
  async ({ customer_id, reason, as_of, actor }: EndSubscriptionsOfCustomerInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids = (await runningOfCustomers(knex, [customer_id])).map(({ id }) => id)
    if (!ids.length) {
      return new StepResponse<string[]>([])
    }
    const ended = await withLockedSubscriptions(knex, ids, async (trx, locked) => {
      const running = locked.filter(({ row }) => row.customer_id === customer_id && !isFinal(row.status))
      for (const { row } of running) {
        await changeSubscription(trx, { row, change: canceledChange(as_of, reason) }, { as_of, actor })
      }
      return running.map(({ row }) => row.id)
    })
    return new StepResponse(ended)
  },
)
