import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  changeSubscription,
  recordSkippedRenewals,
  type SubscriptionRecord,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { cycleStart, newRenewal, skipChange, toSubscriptionFacts } from "../../../../rules/billing"
import { requireAllowed } from "../require-allowed"
import { requireNoneBilled } from "../scheduled-terms"
import { requireOwner } from "../../subscriptions/change-one-subscription"
import { requireVersion } from "../../subscriptions/require-version"

export interface SkipRenewalInput extends ChangeContext {
  id: string
  reason: string
  version?: number | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Skips the next renewal, which stays in the list as such, in one transaction, so the step needs no compensation. */
export const skipRenewalStep = createStep("billing-skip-renewal", async (input: SkipRenewalInput, { container }) => {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { reason, as_of: asOf } = input
  await withLockedSubscriptions(knex, [input.id], async (trx, locked) => {
    for (const { row } of locked) {
      requireOwner(row, input)
      requireAllowed("skip", input, options)
      await requireVersion(trx, row, input.version)
      await requireNoneBilled(trx, row)
      const answer = skipChange(row, { reason, asOf }, options)
      if (!answer.ok) {
        throw new MedusaError(MedusaError.Types.NOT_ALLOWED, answer.reason)
      }
      await recordSkippedRenewals(trx, [{ ...skipped(row), reason: "skipped_by_admin" }])
      await changeSubscription(trx, { row, change: answer.change }, input)
    }
  })
  return new StepResponse({ id: input.id })
})

/** The cycle that is not billed; it is of no run. */
function skipped(row: SubscriptionRecord) {
  const facts = toSubscriptionFacts(row)
  const cycle = row.next_cycle
  const periodStart = cycleStart(facts, cycle)
  const dates = { cycle, periodStart, periodEnd: cycleStart(facts, cycle + 1), dueOn: periodStart }
  return newRenewal(row, dates, null)
}
