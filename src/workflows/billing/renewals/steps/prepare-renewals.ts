import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type NewRenewal,
  begunAmong,
  recordPreparingRenewals,
  toSubscriptionFacts,
} from "../../../../modules/billing"
import { decideRenewals, type BillDecision, type RenewalDecision, type SkipDecision } from "../../../../rules/billing"
import type { BatchInput } from "../batch-input"
import { loadBilledSubscriptions, type BilledSubscription } from "../billed-subscription"
import { forgetPreparing } from "../forget-preparing"
import { renewalIds } from "../renewal-ids"

/** One subscription of a batch, and what the rule says is to be done with it. */
export interface PreparedSubscription {
  subscription: BilledSubscription
  decisions: RenewalDecision[]
}

/**
 * Asks the rule what is due and records the cycles that will be billed, before anything is made for them. What is recorded
 * here is finished by whoever comes next (decision 0003); compensation takes back only what has no order yet, so that a
 * subscription that cannot be billed can still be canceled.
 */
export const prepareRenewalsStep = createStep(
  "billing-prepare-renewals",
  async ({ ids, batch }: { ids: string[]; batch: BatchInput }, { container }) => {
    const {
      db: { knex },
      options,
    } = container.resolve<BillingModuleService>(BILLING_MODULE)
    const subscriptions = await loadBilledSubscriptions(knex, ids)
    const decided = subscriptions.map((subscription) => ({
      subscription,
      decisions: decideRenewals(toSubscriptionFacts(subscription), {
        asOf: batch.as_of,
        catchUp: options.catchUp,
        catchUpLimit: options.catchUpLimit,
        invoiceDaysBefore: options.invoiceDaysBefore,
      }),
    }))
    const prepared = await billWhatIsBegun(knex, decided)
    const waiting = await recordPreparingRenewals(
      knex,
      prepared.flatMap(({ subscription, decisions }) =>
        billsOf(decisions).map((decision) => newRenewal(subscription, decision, batch.run_id)),
      ),
    )
    return new StepResponse({ prepared, waiting }, { worker: batch.worker, renewalIds: waiting.fresh })
  },
  async (begun, { container }) => {
    if (begun?.renewalIds.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await forgetPreparing(knex, begun)
    }
  },
)

/** A cycle that a dead worker has begun to bill is billed, even where it would be skipped now: its order may exist. */
async function billWhatIsBegun(knex: Knex, decided: PreparedSubscription[]): Promise<PreparedSubscription[]> {
  const idOf = (subscription: BilledSubscription, { cycle }: { cycle: number }) =>
    renewalIds(subscription.id, cycle).renewal
  const begun = await begunAmong(
    knex,
    decided.flatMap(({ subscription, decisions }) =>
      decisions.flatMap((decision) => (decision.kind === "skip" ? [idOf(subscription, decision)] : [])),
    ),
  )
  if (!begun.size) {
    return decided
  }
  return decided.map(({ subscription, decisions }) => ({
    subscription,
    decisions: decisions.map((decision) =>
      decision.kind === "skip" && begun.has(idOf(subscription, decision)) ? asBill(decision) : decision,
    ),
  }))
}

const asBill = ({ cycle, periodStart, periodEnd, dueOn }: SkipDecision): BillDecision => ({
  kind: "bill",
  cycle,
  periodStart,
  periodEnd,
  dueOn,
})

export const billsOf = (decisions: RenewalDecision[]): BillDecision[] =>
  decisions.filter((decision): decision is BillDecision => decision.kind === "bill")

/** The record of a cycle, as it is written before its order. */
export function newRenewal(
  subscription: BilledSubscription,
  decision: Pick<BillDecision, "cycle" | "periodStart" | "periodEnd" | "dueOn">,
  runId: string,
): NewRenewal {
  return {
    id: renewalIds(subscription.id, decision.cycle).renewal,
    subscription_id: subscription.id,
    cycle: decision.cycle,
    period_start: decision.periodStart,
    period_end: decision.periodEnd,
    due_on: decision.dueOn,
    currency_code: subscription.currency_code,
    run_id: runId,
  }
}
