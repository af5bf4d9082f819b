import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  addTimelineEntries,
  findInvoice,
  findRenewalOfOrder,
  lockStatuses,
  markInvoicesPaid,
  setStatuses,
  settlePaidRenewal,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import { settleBatch } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { compare } from "../../../../rules/money"
import { loadInvoicedOrder } from "../invoiced-order"

export interface SettlePaidOrderInput {
  order_id: string
  as_of: CivilDate
}

/**
 * Settles a payment made outside of a billing run: by the customer, or marked as paid by an admin. The invoice becomes
 * paid once the whole is captured; a renewal and its subscription follow it. A second run changes nothing, so there is
 * no compensation.
 */
export const settlePaidOrderStep = createStep(
  "billing-settle-paid-order",
  async ({ order_id, as_of }: SettlePaidOrderInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const invoice = await findInvoice(knex, order_id)
    if (!invoice) {
      return new StepResponse(false)
    }
    const { captured } = await loadInvoicedOrder(container, order_id)
    if (compare(captured, invoice.total) < 0) {
      return new StepResponse(false)
    }
    await inTransaction(knex, (trx) => settle(trx, { invoiceId: invoice.id, orderId: order_id, asOf: as_of }))
    return new StepResponse(true)
  },
)

interface PaidOrder {
  invoiceId: string
  orderId: string
  asOf: CivilDate
}

async function settle(trx: Database, { invoiceId, orderId, asOf }: PaidOrder): Promise<void> {
  const renewal = await findRenewalOfOrder(trx, orderId)
  const before = renewal ? await lockStatuses(trx, [renewal.subscription_id]) : []
  await markInvoicesPaid(trx, [invoiceId], asOf)
  if (!renewal || !(await settlePaidRenewal(trx, renewal.id))) {
    return
  }
  const statuses = before.map((one) => ({ ...one, failed_ids: one.failed_ids.filter((id) => id !== renewal.id) }))
  const charged = [{ renewal, outcome: { status: "paid" as const, reason: null }, capture_id: null }]
  const result = settleBatch({ charged, before: statuses, asOf })
  await setStatuses(trx, result.statuses)
  await addTimelineEntries(trx, result.timeLine)
  await addOutboxEvents(trx, result.events)
}
