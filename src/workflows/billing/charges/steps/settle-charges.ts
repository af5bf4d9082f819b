import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  countBatch,
  lockRenewals,
  lockStatuses,
  markAttemptsReturned,
  markInvoicesVoid,
  releaseRenewals,
  setStatuses,
  settleRenewals,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import { returnedCharges, settleBatch, settlementsOf, type ChargedRenewal } from "../../../../rules/billing"
import { payInvoices } from "../../accounts/pay-invoices"
import type { BatchInput } from "../../renewals/batch-input"

export interface SettleChargesInput {
  batch: BatchInput
  charged: ChargedRenewal[]
}

/**
 * Writes the outcomes of a batch's charges, in one transaction: renewals, invoices' payment states, subscriptions, time
 * lines, events, counters. A renewal that another process settled meanwhile is left as it is, so a second run writes
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
  const { run_id: runId, as_of: asOf } = batch
  const subscriptionIds = [...new Set(charged.map(({ renewal }) => renewal.subscription_id))]
  // Locks subscriptions first and in one order, so that two workers cannot deadlock.
  const before = await lockStatuses(trx, subscriptionIds)
  const now = await lockRenewals(
    trx,
    charged.map(({ renewal }) => renewal.id),
  )
  const { settled, changed, outdated } = settlementsOf(charged, now)
  await settleRenewals(trx, { runId, renewals: settled })
  await releaseRenewals(trx, { runId, ids: outdated })
  const result = settleBatch({ charged: changed, before, asOf })
  const invoicesOf = (status: "paid" | "order_canceled"): string[] =>
    changed.filter(({ fact }) => fact.status === status).map(({ renewal }) => renewal.invoice_id)
  await payInvoices(trx, invoicesOf("paid"), { source: "charge", sourceId: runId, asOf })
  await markInvoicesVoid(trx, invoicesOf("order_canceled"))
  await setStatuses(trx, result.statuses)
  const returned = returnedCharges(charged, asOf)
  const reported = new Set(
    await markAttemptsReturned(
      trx,
      returned.map(({ renewal_id }) => renewal_id),
    ),
  )
  const news = returned.filter(({ renewal_id }) => reported.has(renewal_id))
  await addTimelineEntries(trx, [...result.timeLine, ...news.map(({ entry }) => entry)])
  await addOutboxEvents(trx, [...result.events, ...news.map(({ event }) => event)])
  await countBatch(trx, {
    runId,
    worker: batch.worker,
    subscriptions: 0,
    counts: { ...result.counts, unknown: settled.filter(({ is_open }) => is_open).length },
  })
}
