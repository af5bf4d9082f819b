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
  reserveInvoiceNumbers,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import type { BillingOptions } from "../../../../options"
import {
  advancedColumns,
  balanceUsedIn,
  eventsOfBatch,
  issuedLines,
  numberInvoices,
  payableBy,
  renewalsOfDraft,
  renewalsToSkip,
  useOfBalance,
  type NewInvoiceEntry,
  type RenewalDraft,
  type UnnumberedInvoice,
} from "../../../../rules/billing"
import { isPositive, isZero } from "../../../../rules/money"
import { movingOf } from "../../balance/steps/use-balance-for-renewals"
import { compareDates } from "../../../../rules/calendar"
import { renewalDiscounts } from "../renewal-discounts"
import type { DraftedBatch } from "./create-renewal-orders"

/**
 * Writes the results of a batch in one transaction: invoices with their numbers, renewals, the subscriptions moved on,
 * the time lines, the events and the run's counters. A second run finds the renewals issued and the subscriptions
 * advanced, and writes nothing, so there is no compensation.
 */
export const recordRenewalsStep = createStep("billing-record-renewals", async (input: DraftedBatch, { container }) => {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  if (input.prepared.length) {
    await inTransaction(knex, (trx) => recordBatch(trx, options, input))
  }
  return new StepResponse(input.prepared.length)
})

async function recordBatch(trx: Database, options: BillingOptions, { batch, prepared, drafts }: DraftedBatch) {
  const locked = await lockPreparingRenewals(
    trx,
    drafts.flatMap((draft) => renewalsOfDraft(draft).map(({ renewal_id }) => renewal_id)),
  )
  const issued = drafts.filter(({ renewal_id }) => locked.has(renewal_id))
  const renewals = issued.flatMap((draft) => renewalsOfDraft(draft).map((renewal) => ({ ...renewal, draft })))
  const discounted = issuedLines(
    prepared,
    new Map(renewals.map(({ renewal_id, draft }) => [renewal_id, draft.order_id])),
  )
  const waitsFrom = firstToWait(issued, batch.as_of)
  // None of these needs another's answer: a statement is made while the database is busy with the one before. The numbers' lock
  // comes first, as everywhere.
  const [, skipped, moved] = await Promise.all([
    issueInvoices(trx, { options, issued, asOf: batch.as_of }),
    recordSkippedRenewals(trx, renewalsToSkip(prepared, batch.run_id)),
    advanceSubscriptions(trx, {
      runId: batch.run_id,
      moves: prepared.map(({ subscription, decisions }) =>
        advancedColumns(subscription, decisions, { ...options, waitsFrom: waitsFrom.get(subscription.id) ?? null }),
      ),
    }),
    discounted.length ? renewalDiscounts.get().issued(trx, discounted, batch.as_of) : undefined,
  ])
  const { events, timeLine, ended } = eventsOfBatch({ prepared, issued, skipped, moved, asOf: batch.as_of })
  await addTimelineEntries(trx, timeLine)
  await addOutboxEvents(trx, events)
  if (batch.isOutsideRun) {
    return
  }
  await countBatch(trx, {
    runId: batch.run_id,
    worker: batch.worker,
    subscriptions: moved.size,
    counts: {
      issued: renewals.length,
      skipped: skipped.size,
      ended,
      paid: renewals.filter(({ draft }) => isZero(draft.payable)).length,
    },
  })
}

/** What was taken from balances before, entered with the invoices that it paid. */
const paidByBalance = (issued: readonly RenewalDraft[], asOf: string): NewInvoiceEntry[] =>
  issued.flatMap((draft) => {
    const used = balanceUsedIn(draft.document)
    return isPositive(used) ? [useOfBalance(movingOf(draft, asOf), used).invoice] : []
  })

/** By subscription: the first date by which an invoice that waits for the customer is to be paid. */
function firstToWait(issued: RenewalDraft[], issued_on: string): Map<string, string> {
  const waiting = issued.filter(({ collect_on, payable }) => collect_on === null && !isZero(payable))
  return new Map(
    waiting
      .sort((a, b) => compareDates(b.due_on, a.due_on))
      .flatMap((draft) =>
        renewalsOfDraft(draft).map(({ subscription_id }): [string, string] => [
          subscription_id,
          payableBy({ due_on: draft.due_on, issued_on }),
        ]),
      ),
  )
}

/** One of several subscriptions is of none of them. */
const asUnnumbered = (draft: RenewalDraft, asOf: string): UnnumberedInvoice => ({
  ...draft,
  ...(draft.members ? { subscription_id: null } : {}),
  payable_by: payableBy({ due_on: draft.due_on, issued_on: asOf }),
})

async function issueInvoices(
  trx: Database,
  { options, issued, asOf }: { options: BillingOptions; issued: RenewalDraft[]; asOf: string },
): Promise<void> {
  if (!issued.length) {
    return
  }
  const reserved = await reserveInvoiceNumbers(trx, { series: options.invoiceSeries, asOf }, async () => issued.length)
  const { first, issuedOn } = reserved ?? { first: 1, issuedOn: asOf }
  await insertInvoices(
    trx,
    numberInvoices(
      issued.map((draft) => asUnnumbered(draft, asOf)),
      { first, issuedOn, numbering: options },
    ),
    paidByBalance(issued, asOf),
  )
  await markRenewalsIssued(
    trx,
    issued.flatMap((draft) =>
      renewalsOfDraft(draft).map(({ renewal_id, share }) => ({
        id: renewal_id,
        status: isZero(draft.payable) ? "paid" : "issued",
        order_id: draft.order_id,
        invoice_id: draft.invoice_id,
        payment_collection_id: draft.collection.id,
        total: share,
        // What several are on is collected by the one whose invoice it is.
        collect_on: isZero(draft.payable) || renewal_id !== draft.renewal_id ? null : draft.collect_on,
        dunning_from: compareDates(draft.due_on, asOf) < 0 ? asOf : null,
      })),
    ),
  )
}
