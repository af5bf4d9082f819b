import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  advanceSubscriptions,
  countBatch,
  insertInvoices,
  lockPreparingRenewals,
  markRenewalsIssued,
  recordSkippedRenewals,
  takeInvoiceSequence,
} from "../../../../modules/billing"
import { addOutboxEvents } from "../../../../modules/core"
import type { BillingOptions } from "../../../../options"
import { insertApplied, type NewApplied } from "../../../../modules/discounts"
import type { CivilDate } from "../../../../rules/calendar"
import { isZero } from "../../../../rules/money"
import type { BatchInput } from "../batch-input"
import type { RenewalDraft } from "../draft-invoices"
import { moveOf } from "../move-of"
import { numberInvoices } from "../../invoices/number-invoices"
import { appliedOnRenewal } from "../renewal-discounts"
import { eventsOfBatch, type HandledBatch } from "../renewal-events"
import { billsOf, newRenewal, type PreparedSubscription } from "./prepare-renewals"

export interface RecordInput {
  batch: BatchInput
  prepared: PreparedSubscription[]
  drafts: RenewalDraft[]
}

/**
 * Writes what a batch did in one transaction: invoices with their numbers, renewals, the subscriptions moved on, the
 * time lines, the events and the run's counters. It happens whole or not at all; a second run of it finds the renewals
 * issued and the subscriptions moved, and writes nothing. So there is nothing to compensate.
 */
export const recordRenewalsStep = createStep("billing-record-renewals", async (input: RecordInput, { container }) => {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  if (input.prepared.length) {
    await knex.transaction((trx) => recordBatch(trx, options, input))
  }
  return new StepResponse(input.prepared.length)
})

async function recordBatch(trx: Knex, options: BillingOptions, { batch, prepared, drafts }: RecordInput) {
  const locked = await lockPreparingRenewals(
    trx,
    drafts.map(({ renewal_id }) => renewal_id),
  )
  const issued = drafts.filter(({ renewal_id }) => locked.has(renewal_id))
  await issueInvoices(trx, { options, issued, asOf: batch.as_of })
  await insertApplied(trx, appliedBy(prepared, issued, batch.as_of))
  const skipped = await recordSkippedRenewals(trx, skippedOf(prepared, batch.run_id))
  const moved = await advanceSubscriptions(trx, {
    runId: batch.run_id,
    moves: prepared.map((one) => moveOf(one, options)),
  })
  const handled: HandledBatch = { prepared, issued, skipped, moved, asOf: batch.as_of }
  const { events, timeLine, ended } = eventsOfBatch(handled)
  await addTimelineEntries(trx, timeLine)
  await addOutboxEvents(trx, events)
  await countBatch(trx, {
    runId: batch.run_id,
    worker: batch.worker,
    subscriptions: moved.size,
    counts: {
      issued: issued.length,
      skipped: skipped.size,
      ended,
      paid: issued.filter(({ payable }) => isZero(payable)).length,
    },
  })
}

async function issueInvoices(
  trx: Knex,
  { options, issued, asOf }: { options: BillingOptions; issued: RenewalDraft[]; asOf: string },
): Promise<void> {
  if (!issued.length) {
    return
  }
  const free = new Set(issued.filter(({ payable }) => isZero(payable)).map(({ invoice_id }) => invoice_id))
  const first = await takeInvoiceSequence(trx, options.invoiceSeries, async () => issued.length)
  await insertInvoices(trx, numberInvoices(issued, { first: first ?? 1, issuedOn: asOf, options }), free)
  await markRenewalsIssued(
    trx,
    issued.map((draft) => ({
      id: draft.renewal_id,
      status: isZero(draft.payable) ? "paid" : "issued",
      order_id: draft.order_id,
      invoice_id: draft.invoice_id,
      payment_collection_id: draft.collection.id,
      total: draft.payable,
      collect_on: isZero(draft.payable) ? null : draft.collect_on,
    })),
  )
}

function appliedBy(prepared: PreparedSubscription[], issued: RenewalDraft[], asOf: CivilDate): NewApplied[] {
  const orders = new Set(issued.map(({ order_id }) => order_id))
  return prepared
    .flatMap(({ subscription, decisions }) =>
      billsOf(decisions).flatMap(({ cycle }) => appliedOnRenewal(subscription, cycle, asOf)),
    )
    .filter(({ order_id }) => orders.has(order_id))
}

function skippedOf(prepared: PreparedSubscription[], runId: string) {
  return prepared.flatMap(({ subscription, decisions }) =>
    decisions.flatMap((decision) =>
      decision.kind === "skip" ? [{ ...newRenewal(subscription, decision, runId), reason: decision.reason }] : [],
    ),
  )
}
