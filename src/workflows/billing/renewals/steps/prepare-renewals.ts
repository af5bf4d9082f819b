import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  begunAmong,
  leaveSubscriptions,
  deletePreparing,
  loadBilledSubscriptions,
} from "../../../../modules/billing"
import {
  billBegunCycles,
  billsOf,
  decideRenewals,
  renewalIds,
  skipsOf,
  toSubscriptionFacts,
  type PlannedSubscription,
} from "../../../../rules/billing"
import { applyScheduledChanges } from "../../changes/apply-scheduled-changes"
import { withTermsBilled } from "../../changes/with-scheduled-change"
import { settlePriceChangesOf } from "../../price-changes/settle-price-changes"
import { recordRunProblems } from "../../runs/record-run-problems"
import type { BatchInput } from "../batch-input"
import { findObstacles } from "../load-renewal-facts"
import { recordCycles } from "../record-cycles"

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
    await settlePriceChangesOf(container, { ids, asOf: batch.as_of })
    await applyScheduledChanges(container, { ids, asOf: batch.as_of })
    const subscriptions = await withTermsBilled(container, await loadBilledSubscriptions(knex, ids))
    const decided: PreparedSubscription[] = subscriptions.map((subscription) => ({
      subscription,
      decisions: decideRenewals(toSubscriptionFacts(subscription), {
        asOf: batch.as_of,
        catchUp: options.catchUp,
        // A change, or an early renewal, bills what it has shown; what else is due is the next run's.
        catchUpLimit: batch.isOutsideRun ? 1 : options.catchUpLimit,
        invoiceDaysBefore: options.invoiceDaysBefore,
      }),
    }))
    const begun = await begunAmong(knex, skippedIds(decided))
    const prepared = await leaveObstructed(container, billBegunCycles(decided, begun), batch)
    const waiting = await recordCycles(container, prepared, batch)
    return new StepResponse({ batch, prepared, waiting }, { worker: batch.worker, renewalIds: waiting.fresh })
  },
  async (begun, { container }) => {
    if (begun?.renewalIds.length) {
      const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
      await deletePreparing(knex, begun)
    }
  },
)

/**
 * Leaves what cannot be billed now to the next run, and has the run name it. A cycle whose order a crashed worker may
 * have made is finished all the same.
 */
async function leaveObstructed(
  container: MedusaContainer,
  prepared: PreparedSubscription[],
  { run_id: runId, worker }: BatchInput,
): Promise<PreparedSubscription[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const bills = prepared.flatMap(({ subscription, decisions }) =>
    billsOf(decisions).map((decision) => ({ subscription, decision })),
  )
  const obstacles = await findObstacles(container, bills)
  if (!obstacles.size) {
    return prepared
  }
  const begun = await begunAmong(knex, [...obstacles.keys()])
  const left = new Map<string, string>()
  for (const { subscription, decision } of bills) {
    const id = renewalIds(subscription.id, decision.cycle).renewal
    const reason = obstacles.get(id)
    if (reason !== undefined && !begun.has(id)) {
      left.set(subscription.id, reason)
    }
  }
  await leaveSubscriptions(knex, { ids: [...left.keys()], worker, runId })
  await recordRunProblems(container, { runId, problems: [...left].map(([id, reason]) => ({ id, reason })) })
  return prepared.filter(({ subscription }) => !left.has(subscription.id))
}

const skippedIds = (decided: PreparedSubscription[]): string[] =>
  decided.flatMap(({ subscription, decisions }) =>
    skipsOf(decisions).map(({ cycle }) => renewalIds(subscription.id, cycle).renewal),
  )
