import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  countBatch,
  lockStatuses,
  markInvoicesPaid,
  setStatuses,
  settleRenewals,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import { renewalStatusAfter, settleBatch, type ChargedRenewal } from "../../../../rules/billing"
import type { BatchInput } from "../../renewals/batch-input"

export interface SettleChargesInput {
  batch: BatchInput
  charged: ChargedRenewal[]
}

/**
 * Writes the outcomes of a batch's charges, in one transaction: renewals, invoices' payment states, subscriptions, time
 * lines, events, counters. A renewal that another worker settled meanwhile is left as it is, so a second run writes
 * nothing; there is nothing to compensate.
 */
export const settleChargesStep = createStep(
  "billing-settle-charges",
  async ({ batch, charged }: SettleChargesInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (charged.length) {
      await inTransaction(knex, (trx) => settle(trx, batch, charged))
    }
    return new StepResponse(charged.length)
  },
)

async function settle(trx: Database, batch: BatchInput, charged: ChargedRenewal[]): Promise<void> {
  const subscriptionIds = [...new Set(charged.map(({ renewal }) => renewal.subscription_id))]
  // Locks subscriptions first and in one order, so that two workers cannot deadlock.
  const before = await lockStatuses(trx, subscriptionIds)
  const drafts = charged.map(({ renewal, outcome }) => ({
    id: renewal.id,
    status: renewalStatusAfter(outcome),
    reason: outcome.reason,
  }))
  const settled = await settleRenewals(trx, { runId: batch.run_id, renewals: drafts })
  const news = charged.filter(({ renewal }) => settled.has(renewal.id))
  const result = settleBatch({ charged: news, before, asOf: batch.as_of })
  const paidInvoices = news.filter(({ outcome }) => outcome.status === "paid").map(({ renewal }) => renewal.invoice_id)
  await markInvoicesPaid(trx, paidInvoices, batch.as_of)
  await setStatuses(trx, result.statuses)
  await addTimelineEntries(trx, result.timeLine)
  await addOutboxEvents(trx, result.events)
  await countBatch(trx, {
    runId: batch.run_id,
    worker: batch.worker,
    subscriptions: 0,
    counts: { ...result.counts, unknown: charged.filter(({ outcome }) => outcome.status === "unknown").length },
  })
}
