import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  claimDueCustomers,
  claimDueSubscriptions,
  releaseClaims,
} from "../../../../modules/billing"
import type { BatchInput } from "../batch-input"

/**
 * Claims a batch of due subscriptions for this worker; compensation releases them. A subscription that was claimed
 * alone stays claimed: the failure is its own, and the next run retries it.
 */
export const claimDueSubscriptionsStep = createStep(
  "billing-claim-due-subscriptions",
  async (input: BatchInput, { container }) => {
    const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
    const claimDue = input.together ? claimDueCustomers : claimDueSubscriptions
    const ids = await claimDue(billing.db.knex, {
      worker: input.worker,
      runId: input.run_id,
      asOf: input.as_of,
      limit: input.limit ?? billing.options.batchSize,
      seconds: billing.options.claimSeconds,
      isFromEnd: input.isFromEnd ?? false,
    })
    return new StepResponse(ids, { worker: input.worker, ids: input.limit === 1 ? [] : ids })
  },
  async (held, { container }) => {
    if (held?.ids.length) {
      const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
      await releaseClaims(billing.db.knex, "billing_subscription", held)
    }
  },
)
