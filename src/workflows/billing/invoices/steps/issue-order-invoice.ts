import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  insertInvoices,
  invoicesOfOrder,
  reserveInvoiceNumbers,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import type { BillingOptions } from "../../../../options"
import {
  invoiceAccount,
  isOrderPaid,
  numberedInvoice,
  payingEntries,
  type InvoiceDocument,
} from "../../../../rules/billing"
import type { Decimal } from "../../../../rules/money"

export interface OrderInvoiceDraft {
  order: { id: string; customerId: string | null; currencyCode: string; captured: Decimal }
  document: InvoiceDocument
  /** The order change whose added lines it is of; null: of the whole order. */
  changeId: string | null
}

/**
 * Numbers a drafted invoice and writes it. A concurrent run waits for the lock on the number series and then finds this
 * one. No compensation: an assigned number stays assigned.
 */
export const issueOrderInvoiceStep = createStep(
  "billing-issue-order-invoice",
  async (draft: OrderInvoiceDraft | null, { container }) => {
    if (draft) {
      const {
        db: { knex },
        options,
      } = container.resolve<BillingModuleService>(BILLING_MODULE)
      await inTransaction(knex, (trx) => writeInvoice(trx, options, draft))
    }
    return new StepResponse(draft !== null)
  },
)

async function writeInvoice(
  trx: Database,
  options: BillingOptions,
  { order, document, changeId }: OrderInvoiceDraft,
): Promise<void> {
  const numbering = { series: options.invoiceSeries, asOf: document.issued_on }
  const reserved = await reserveInvoiceNumbers(trx, numbering, async () => {
    const invoices = await invoicesOfOrder(trx, order.id)
    return invoices.some(({ change_id }) => change_id === changeId) ? 0 : 1
  })
  if (reserved === null) {
    return
  }
  const unnumbered = {
    invoice_id: `binv_${changeId ?? order.id.replace(/^order_/, "")}`,
    order_id: order.id,
    change_id: changeId,
    renewal_id: null,
    subscription_id: null,
    customer_id: order.customerId,
    due_on: document.due_on,
    document,
  }
  const invoice = numberedInvoice(unnumbered, {
    sequence: reserved.first,
    issuedOn: reserved.issuedOn,
    numbering: options,
  })
  // What an edit added is paid by what comes in after it: the settlement of the whole order says so.
  const isPaid =
    changeId === null &&
    isOrderPaid({ ...order, invoiceTotal: document.totals.payable, issuedTotal: document.order.total })
  const account = {
    invoiceId: invoice.id,
    currencyCode: invoice.currency_code,
    account: invoiceAccount(invoice.total, []),
  }
  const origin = { source: "order", sourceId: order.id, asOf: invoice.issued_on } as const
  await insertInvoices(trx, [invoice], isPaid ? payingEntries(account, origin) : [])
  await addOutboxEvents(trx, [{ name: "billing.invoice.issued", data: { id: invoice.id, order_id: order.id } }])
}
