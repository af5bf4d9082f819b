import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type InvoiceToSettle,
  addTimelineEntries,
  attemptsOfRenewal,
  findInvoice,
  findRenewalOfOrder,
  lockInvoiceOfOrder,
  lockRenewals,
  lockStatuses,
  markInvoicesVoid,
  lockAccounts,
  recordInvoiceEntries,
  setStatuses,
  settleRenewalOfOrder,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import {
  canSettle,
  isLeftToAsk,
  refundedRenewal,
  refundEntries,
  renewalStatusAfter,
  settleBatch,
  settleOrder,
  settlingFact,
  type CollectibleRenewal,
  type EntryOrigin,
  type OrderSettlement,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { payInvoices } from "../../accounts/pay-invoices"
import { type InvoicedOrder, loadInvoicedOrder } from "../invoiced-order"

export interface SettleOrderInput {
  order_id: string
  as_of: CivilDate
}

/**
 * Settles what happened to an order outside of a billing run: it was paid by the customer or marked as paid, refunded, or
 * canceled. Its invoice follows, and a renewal with its subscription. An attempt to charge is never closed over: where one
 * is in doubt, or has paid what is not owed, a run asks the provider. A second run changes nothing, so there is no
 * compensation.
 */
export const settleOrderStep = createStep(
  "billing-settle-order",
  async ({ order_id, as_of }: SettleOrderInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if (!(await findInvoice(knex, order_id))) {
      return new StepResponse(false)
    }
    const order = await loadInvoicedOrder(container, order_id)
    await inTransaction(knex, (trx) => settle(trx, order, as_of))
    return new StepResponse(true)
  },
)

async function settle(trx: Database, order: InvoicedOrder, asOf: CivilDate): Promise<void> {
  // The subscription is locked first, as the settling of charges does.
  const renewal = await findRenewalOfOrder(trx, order.id)
  const before = renewal ? await lockStatuses(trx, [renewal.subscription_id]) : []
  const invoice = await lockInvoiceOfOrder(trx, order.id)
  if (!invoice) {
    return
  }
  const settlement = settleOrder({
    ...order,
    invoice: { ...invoice, issuedTotal: invoice.issued_total, refundedTotal: invoice.refunded_total },
  })
  await settleInvoice(trx, { invoice, settlement, origin: { source: "order", sourceId: order.id, asOf } })
  if (!renewal) {
    return
  }
  const status = (await lockRenewals(trx, [renewal.id])).get(renewal.id) ?? renewal.status
  const current = { ...renewal, status }
  const refunded = refundedRenewal(current, settlement.newlyRefunded, asOf)
  await addTimelineEntries(trx, refunded.timeLine)
  await addOutboxEvents(trx, refunded.events)
  await settleRenewal(trx, { renewal: current, before, settlement, asOf })
}

async function settleInvoice(
  trx: Database,
  { invoice, settlement, origin }: { invoice: InvoiceToSettle; settlement: OrderSettlement; origin: EntryOrigin },
): Promise<void> {
  if (settlement.invoice === "paid") {
    await payInvoices(trx, [invoice.id], origin)
  }
  const account = (await lockAccounts(trx, [invoice.id])).get(invoice.id)
  if (account) {
    await recordInvoiceEntries(trx, refundEntries(account, settlement.newlyRefunded, origin))
  }
  if (settlement.invoice === "void") {
    await markInvoicesVoid(trx, [invoice.id])
  }
}

interface RenewalOfOrder {
  renewal: CollectibleRenewal
  before: Awaited<ReturnType<typeof lockStatuses>>
  settlement: OrderSettlement
  asOf: CivilDate
}

async function settleRenewal(trx: Database, { renewal, before, settlement, asOf }: RenewalOfOrder): Promise<void> {
  const fact = settlingFact(settlement.standing, null)
  if (!fact) {
    return
  }
  const to = renewalStatusAfter(fact)
  if (!canSettle(renewal.status, to)) {
    return
  }
  const attempts = await attemptsOfRenewal(trx, renewal.id)
  const isOpen = isLeftToAsk(settlement.standing, attempts)
  await settleRenewalOfOrder(trx, { id: renewal.id, status: to, reason: fact.reason, isOpen })
  const result = settleBatch({ charged: [{ renewal, fact }], before, asOf })
  await setStatuses(trx, result.statuses)
  await addTimelineEntries(trx, result.timeLine)
  await addOutboxEvents(trx, result.events)
}
