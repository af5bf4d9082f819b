import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, type InvoiceRecord } from "../../../../modules/billing"
import type { CreditedLines } from "../../../../rules/billing"
import { inTransaction } from "../../../../modules/core"
import { compare, isPositive, round, subtract, type Decimal } from "../../../../rules/money"
import { followOrder } from "../../accounts/follow-order"
import {
  onInvoice,
  requireAmount,
  requireSeen,
  tellSubscription,
  type InvoiceActionContext,
} from "../../accounts/invoice-in-action"
import { lowerCollections } from "../../balance/write-balance-on-orders"
import { endInvoicePagePayments } from "../../payment-pages/end-invoice-page-payments"

/** Medusa's workflow that lowers an order, paid or not, as its refunds do. */
const LOWER_ORDER = "create-order-refund-credit-lines"

export interface CreditInvoiceInput extends InvoiceActionContext {
  amount: Decimal
  reason: string
  /** What had been credited when it was decided: a second click is refused. Left out: whatever was. */
  credited_total?: string | undefined
  /** The lines that are credited: net, by their number; left out: all bear their share. */
  lines?: CreditedLines | undefined
}

/**
 * Lowers what an invoice's order comes to by a credit line of Medusa's, which the credit note follows at once. Where the
 * invoice was paid, the money is then to be given back or moved to the balance. A credit line stays, so there is no
 * compensation: a second run is refused by what was credited.
 */
export const creditInvoiceStep = createStep(
  "billing-credit-invoice",
  async (input: CreditInvoiceInput, { container }) => {
    await onInvoice(container, input, (invoice) => credit(container, invoice, input))
    return new StepResponse({ id: input.invoice_id })
  },
)

async function credit(container: MedusaContainer, invoice: InvoiceRecord, input: CreditInvoiceInput): Promise<void> {
  const { order_id, currency_code } = invoice
  const credited = invoice.payment?.credited_total ?? "0"
  requireSeen(input.credited_total, credited)
  const left = subtract(invoice.total, credited)
  const amount = requireAmount(input.amount, currency_code)
  if (!isPositive(amount) || compare(amount, left) > 0) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The credit is refused: ${round(left, currency_code)} of the invoice is left to credit`,
    )
  }
  // A form that a customer has open is closed first: it would take what is credited.
  await endInvoicePagePayments(container, input)
  const created_by = input.actor.replace(/^user:/, "")
  const line = { order_id, amount, reference: input.reason, referenceId: invoice.id, created_by }
  await container.resolve(Modules.WORKFLOW_ENGINE).run(LOWER_ORDER, { input: line })
  const { as_of, lines: credited_lines } = input
  await followOrder(container, { order_id, cause: "credited", as_of, invoice_id: invoice.id, credited_lines })
  // What is charged then pays the order's collection whole.
  await lowerCollections(container, [order_id])
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const data = { total: amount, reason: input.reason }
  await inTransaction(knex, (trx) => tellSubscription(trx, { invoice, type: "invoice_credited", data }, input))
}
