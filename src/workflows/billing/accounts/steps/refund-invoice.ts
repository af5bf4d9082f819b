import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { InvoiceRecord } from "../../../../modules/billing"
import { planRefund } from "../../../../rules/billing"
import type { Decimal } from "../../../../rules/money"
import { loadOrder } from "../../../orders/load-orders"
import { followOrder } from "../follow-order"
import { refundablePayments } from "../refundable-payments"
import { onInvoice, requireAmount, requireSeen, type InvoiceActionContext } from "../invoice-in-action"

export interface RefundInvoiceInput extends InvoiceActionContext {
  amount: Decimal
  reason: string
  /** What had been refunded when it was decided: a second click is refused. Left out: whatever was. */
  refunded_total?: string | undefined
}

/**
 * Gives money back on an invoice, through Medusa, and has its order's accounts follow at once. What a provider has given back
 * is not taken again, so there is no compensation: where the second of two payments is refused, the first stays given back,
 * and the error says so.
 */
export const refundInvoiceStep = createStep(
  "billing-refund-invoice",
  async (input: RefundInvoiceInput, { container }) => {
    await onInvoice(container, input, (invoice) => refund(container, invoice, input))
    return new StepResponse({ id: input.invoice_id })
  },
)

async function refund(container: MedusaContainer, invoice: InvoiceRecord, input: RefundInvoiceInput): Promise<void> {
  requireSeen(input.refunded_total, invoice.payment?.refunded_total ?? "0")
  const order = await loadOrder(container, invoice.order_id)
  const amount = requireAmount(input.amount, order.currencyCode)
  const plan = planRefund(await refundablePayments(container, order), amount, order.currencyCode)
  if (!plan.ok) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `The refund is refused: ${plan.reason}`)
  }
  try {
    for (const refund of plan.refunds) {
      const given = { ...refund, note: input.reason, created_by: input.actor.replace(/^user:/, "") }
      await refundPaymentWorkflow(container).run({ input: given })
    }
  } finally {
    await followOrder(container, { order_id: invoice.order_id, cause: "refunded", as_of: input.as_of })
  }
}
