import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  countBatch,
  lockRenewals,
  markAttemptsReturned,
  membersOfRenewals,
  releaseRenewals,
  settleRenewals,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import {
  isFinal,
  ofMembers,
  processingRenewal,
  returnedCharges,
  settlementsOf,
  type ChargedRenewal,
  type CollectibleRenewal,
  type RenewalMember,
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
  const members = await membersOfRenewals(
    trx,
    charged.map(({ renewal }) => renewal.id),
  )
  const owners = [...new Set(ofMembers(charged, members).map(({ renewal }) => renewal.subscription_id))]
  const owing = await lockOwing(trx, owners, asOf)
  const statuses = await lockRenewals(
    trx,
    charged.map(({ renewal }) => renewal.id),
  )
  const running = new Set(owing.rows.filter(({ status }) => !isFinal(status)).map(({ id }) => id))
  const ended = new Set(
    charged
      .filter((one) => !ofMembers([one], members).some(({ renewal }) => running.has(renewal.subscription_id)))
      .map(({ renewal }) => renewal.id),
  )
  const settlements = settlementsOf(charged, { statuses, ended, settings: settings.dunning, asOf })
  const { settled, changed, outdated } = settlements
  await settleRenewals(trx, { runId, renewals: settled })
  await releaseRenewals(trx, { runId, ids: outdated })
  const paid = changed.filter(({ fact }) => fact.status === "paid").map(({ renewal }) => renewal.invoice_id)
  await payInvoices(trx, paid, { source: "charge", sourceId: runId ?? batch.worker, asOf })
  const result = await settleSubscriptions(trx, { owing, changed: ofMembers(changed, members), settings, asOf })
  const processing = ofMembers(
    settlements.processing.map((renewal) => ({ renewal })),
    members,
  ).map(({ renewal }) => renewal)
  await reportRest(trx, { charged, members, processing, asOf })
  if (runId !== null) {
    const unknown = settled.filter(({ is_open, reason }) => is_open && reason !== "processing").length
    await countBatch(trx, { runId, worker: batch.worker, subscriptions: 0, counts: { ...result.counts, unknown } })
  }
}

interface RestToReport {
  charged: ChargedRenewal[]
  members: RenewalMember[]
  processing: CollectibleRenewal[]
  asOf: CivilDate
}

/** What changes no state: a bank that takes its time, and money that was given back. */
async function reportRest(trx: Database, { charged, members, processing, asOf }: RestToReport): Promise<void> {
  const returned = returnedCharges(charged, asOf)
  const reported = new Set(
    await markAttemptsReturned(
      trx,
      returned.map(({ renewal_id }) => renewal_id),
    ),
  )
  const given = returned.filter(({ renewal_id }) => reported.has(renewal_id))
  const told = returnedCharges(
    ofMembers(
      charged.filter(({ renewal }) => reported.has(renewal.id)),
      members,
    ),
    asOf,
  )
  const begun = processing.map((renewal) => processingRenewal(renewal, asOf))
  await addTimelineEntries(
    trx,
    [...begun, ...told].map(({ entry }) => entry),
  )
  // Money that moves is announced once.
  await addOutboxEvents(
    trx,
    [...begun, ...given].map(({ event }) => event),
  )
}
