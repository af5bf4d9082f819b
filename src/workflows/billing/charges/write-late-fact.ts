import {
  addTimelineEntries,
  enteredByReturn,
  findRenewalOfOrder,
  insertPaymentReturn,
  invoicePaidBy,
  lockAccounts,
  lockRenewals,
  lockStandings,
  markAttemptReversed,
  membersOfRenewals,
  readOrderInvoices,
  recordInvoiceEntries,
  reinstatePaymentReturn,
  reopenRenewal,
  settleRenewalOfOrder,
  subscriptionsBeside,
  subscriptionsOfOrder,
  type LockedStanding,
} from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import {
  isFinal,
  nextTry,
  ofMembers,
  paymentEntries,
  returnEntries,
  systemEntry,
  type AccountOfInvoice,
  type BillingEvent,
  type CollectibleRenewal,
  type EntryOrigin,
  type PaymentReturnFacts,
  type StandingSettings,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { isPositive } from "../../../rules/money"
import { lookAgain } from "../dunning/look-again"

interface LateFactToWrite {
  found: PaymentReturnFacts
  settings: StandingSettings
  asOf: CivilDate
}

/** Writes a payment's late fact with all that it means, once; false where it is known already. */
export async function writeLateFact(trx: Database, { found, settings, asOf }: LateFactToWrite): Promise<boolean> {
  // Subscriptions are locked first, as everywhere.
  const renewal = await findRenewalOfOrder(trx, found.order_id)
  const members = renewal ? await membersOfRenewals(trx, [renewal.id]) : []
  const ids = renewal
    ? [renewal.subscription_id, ...subscriptionsBeside(members)]
    : await subscriptionsOfOrder(trx, found.order_id, { live: true })
  const rows = await lockStandings(trx, ids)
  const isBack = found.kind === "reinstated"
  if (!(await writeReturn(trx, found, asOf))) {
    return false
  }
  const isOwed = await enter(trx, found, asOf)
  if (found.attempt_id) {
    await markAttemptReversed(trx, found.attempt_id, { reason: isBack ? null : found.kind, isReversed: !isBack })
  }
  if (renewal) {
    await lockRenewals(trx, [renewal.id])
    await moveRenewal(trx, { renewal, found, settings, asOf, rows, isOwed })
  }
  await report(trx, { found, renewals: ofMembers(renewal ? [{ renewal }] : [], members), rows, asOf })
  await lookAgain(trx, { rows, settings, asOf, reason: "paid" })
  return true
}

/** The return's own row. A reinstatement that overtakes it is kept, so that the return does nothing when it comes. */
async function writeReturn(trx: Database, found: PaymentReturnFacts, asOf: CivilDate): Promise<boolean> {
  const { id, payment_id, reference, order_id, kind, code, amount, currency_code } = found
  const row = { id, payment_id, reference, order_id, code, amount, currency_code, as_of: asOf }
  if (kind !== "reinstated") {
    return insertPaymentReturn(trx, { ...row, reason: kind, reinstated_on: null })
  }
  const isNew = await insertPaymentReturn(trx, { ...row, reason: "disputed", reinstated_on: asOf })
  return !isNew && (await reinstatePaymentReturn(trx, id, asOf))
}

/**
 * Enters the money into the accounts of the order's invoices, which may all have been paid by it; answers whether the order's own
 * asks for money then.
 */
async function enter(trx: Database, found: PaymentReturnFacts, asOf: CivilDate): Promise<boolean> {
  const ids = (await readOrderInvoices(trx, found.order_id)).invoices.map(({ id }) => id)
  const locked = await lockAccounts(trx, ids)
  const accounts = ids.flatMap((id) => locked.get(id) ?? [])
  const [own] = accounts
  if (!own) {
    return false
  }
  const origin = { source: "return" as const, sourceId: found.id, asOf, reason: found.kind }
  const changed = await recordInvoiceEntries(
    trx,
    found.kind === "reinstated"
      ? await reinstatedEntries(trx, accounts, origin)
      : returnEntries(accounts, { ...found, paidFor: await invoicePaidBy(trx, found.payment_id) }, origin),
  )
  const now = changed.find(({ invoice_id }) => invoice_id === own.invoiceId)
  return isPositive(now?.open_total ?? own.account.open)
}

/** To each invoice comes back what the return has taken of it. */
async function reinstatedEntries(trx: Database, accounts: readonly AccountOfInvoice[], origin: EntryOrigin) {
  const entered = await enteredByReturn(trx, origin.sourceId)
  return accounts.flatMap((one) => paymentEntries(one, entered.get(one.invoiceId) ?? "0", origin))
}

interface RenewalToMove extends LateFactToWrite {
  renewal: CollectibleRenewal
  rows: LockedStanding[]
  isOwed: boolean
}

async function moveRenewal(trx: Database, { renewal, found, settings, asOf, rows, isOwed }: RenewalToMove) {
  if (found.kind === "reinstated") {
    if (!isOwed && renewal.status === "failed") {
      await settleRenewalOfOrder(trx, { id: renewal.id, status: "paid", reason: null, isOpen: false })
    }
    return
  }
  // A payer who disputes a payment is not charged again by itself.
  const isTriedAgain = found.kind === "returned" && rows.some(({ status }) => !isFinal(status))
  const outcome = isTriedAgain ? ("soft_declined" as const) : ("hard_declined" as const)
  const collectOn = nextTry({ from: asOf, asOf, outcome, triedOn: renewal.tried_on }, settings.dunning)
  if (isOwed) {
    await reopenRenewal(trx, { id: renewal.id, reason: found.kind, from: asOf, collectOn })
  }
}

interface LateFactToReport {
  found: PaymentReturnFacts
  /** The renewal of the order, or all that are on its invoice. */
  renewals: { renewal: CollectibleRenewal }[]
  rows: LockedStanding[]
  asOf: CivilDate
}

async function report(trx: Database, { found, renewals, rows, asOf }: LateFactToReport): Promise<void> {
  const isBack = found.kind === "reinstated"
  const { amount, currency_code, kind, code } = found
  const type = isBack ? "payment_reinstated" : "payment_returned"
  const told = rows.map(({ id }) => ({
    id,
    renewal: renewals.find(({ renewal }) => renewal.subscription_id === id)?.renewal,
  }))
  await addTimelineEntries(
    trx,
    told.map(({ id, renewal }) =>
      systemEntry(id, type, asOf, { cycle: renewal?.cycle ?? null, total: amount, reason: code ?? kind, kind }),
    ),
  )
  const events = told.map(({ id, renewal }): BillingEvent => ({
    name: `billing.renewal.${type}`,
    data: {
      id: renewal?.id ?? null,
      subscription_id: id,
      order_id: found.order_id,
      invoice_id: renewal?.invoice_id ?? null,
      cycle: renewal?.cycle ?? null,
      amount,
      currency_code,
      ...(isBack ? {} : { reason: kind }),
    },
  }))
  await addOutboxEvents(trx, events)
}
