import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  countBatch,
  lockRenewals,
  markAttemptsReturned,
  releaseRenewals,
  settleRenewals,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import {
  isFinal,
  processingRenewal,
  returnedCharges,
  settlementsOf,
  type ChargedRenewal,
  type CollectibleRenewal,
  type StandingSettings,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { correctInvoicesWorkflow } from "../../orders/correct-invoices"
import { payInvoices } from "../../accounts/pay-invoices"
import { readStandingSettings } from "../../dunning/read-dunning-settings"
import type { Collecting } from "../../renewals/batch-input"
import { lockOwing, settleSubscriptions } from "../settle-subscriptions"

export interface SettleChargesInput {
  batch: Collecting
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
      const settings = await readStandingSettings(container)
      await inTransaction(knex, (trx) => settle(trx, { batch, charged }, settings))
      for (const { renewal } of charged.filter((one) => one.order.isCanceled)) {
        // Nobody may have told of the cancellation: its invoice is credited all the same.
        const canceled = { order_id: renewal.order_id, cause: "canceled", source_id: renewal.order_id }
        await correctInvoicesWorkflow(container).run({ input: { ...canceled, as_of: batch.as_of } })
      }
    }
    return new StepResponse(charged.length)
  },
)

async function settle(
  trx: Database,
  { batch, charged }: SettleChargesInput,
  settings: StandingSettings,
): Promise<void> {
  const { run_id: runId, as_of: asOf } = batch
  const owing = await lockOwing(trx, [...new Set(charged.map(({ renewal }) => renewal.subscription_id))], asOf)
  const statuses = await lockRenewals(
    trx,
    charged.map(({ renewal }) => renewal.id),
  )
  const ended = new Set(owing.rows.filter(({ status }) => isFinal(status)).map(({ id }) => id))
  const settlements = settlementsOf(charged, { statuses, ended, settings: settings.dunning, asOf })
  const { settled, changed, outdated } = settlements
  await settleRenewals(trx, { runId, renewals: settled })
  await releaseRenewals(trx, { runId, ids: outdated })
  const paid = changed.filter(({ fact }) => fact.status === "paid").map(({ renewal }) => renewal.invoice_id)
  await payInvoices(trx, paid, { source: "charge", sourceId: runId ?? batch.worker, asOf })
  const result = await settleSubscriptions(trx, { owing, changed, settings, asOf })
  await reportRest(trx, { charged, processing: settlements.processing, asOf })
  if (runId !== null) {
    const unknown = settled.filter(({ is_open, reason }) => is_open && reason !== "processing").length
    await countBatch(trx, { runId, worker: batch.worker, subscriptions: 0, counts: { ...result.counts, unknown } })
  }
}

/** What changes no state: a bank that takes its time, and money that was given back. */
async function reportRest(
  trx: Database,
  { charged, processing, asOf }: { charged: ChargedRenewal[]; processing: CollectibleRenewal[]; asOf: CivilDate },
): Promise<void> {
  const returned = returnedCharges(charged, asOf)
  const reported = new Set(
    await markAttemptsReturned(
      trx,
      returned.map(({ renewal_id }) => renewal_id),
    ),
  )
  const news = [
    ...processing.map((renewal) => processingRenewal(renewal, asOf)),
    ...returned.filter(({ renewal_id }) => reported.has(renewal_id)),
  ]
  await addTimelineEntries(
    trx,
    news.map(({ entry }) => entry),
  )
  await addOutboxEvents(
    trx,
    news.map(({ event }) => event),
  )
}
