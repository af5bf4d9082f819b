import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  begunAmong,
  deletePreparing,
  loadBilledSubscriptions,
  recordPreparingRenewals,
} from "../../../../modules/billing"
import {
  billBegunCycles,
  decideRenewals,
  renewalIds,
  renewalsToBill,
  skipsOf,
  toSubscriptionFacts,
  type PlannedSubscription,
} from "../../../../rules/billing"
import type { BatchInput } from "../batch-input"

export interface PrepareInput {
  ids: string[]
  batch: BatchInput
}

/** One subscription of a batch with the rule's decisions. */
export type PreparedSubscription = PlannedSubscription<BilledSubscription>

/**
 * Decides what is due and records the cycles to bill, before anything is created for them. The next run finishes
 * recorded cycles after a crash (decision 0003). Compensation deletes only records without an order, so that a
 * subscription that cannot be billed can still be canceled.
 */
export const prepareRenewalsStep = createStep(
  "billing-prepare-renewals",
  async ({ ids, batch }: PrepareInput, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const subscriptions = await loadBilledSubscriptions(knex, ids)
    const decided: PreparedSubscription[] = subscriptions.map((subscription) => ({
      subscription,
      decisions: decideRenewals(toSubscriptionFacts(subscription), {
        asOf: batch.as_of,
        catchUp: options.catchUp,
        catchUpLimit: options.catchUpLimit,
        invoiceDaysBefore: options.invoiceDaysBefore,
      }),
    }))
    const begun = await begunAmong(knex, skippedIds(decided))
    const prepared = billBegunCycles(decided, begun)
    const waiting = await recordPreparingRenewals(knex, renewalsToBill(prepared, batch.run_id))
    return new StepResponse({ prepared, waiting }, { worker: batch.worker, renewalIds: waiting.fresh })
  },
  async (begun, { container }) => {
    if (begun?.renewalIds.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await deletePreparing(knex, begun)
    }
  },
)

const skippedIds = (decided: PreparedSubscription[]): string[] =>
  decided.flatMap(({ subscription, decisions }) =>
    skipsOf(decisions).map(({ cycle }) => renewalIds(subscription.id, cycle).renewal),
  )
