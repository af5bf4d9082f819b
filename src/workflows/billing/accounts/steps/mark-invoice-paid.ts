import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createOrUpdateOrderPaymentCollectionWorkflow, markPaymentCollectionAsPaid } from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService, type InvoiceRecord } from "../../../../modules/billing"
import { inTransaction } from "../../../../modules/core"
import { isPositive } from "../../../../rules/money"
import { loadOrder } from "../../../orders/load-orders"
import { endInvoicePagePayments } from "../../payment-pages/end-invoice-page-payments"
import { followOrder } from "../follow-order"
import { onInvoice, tellSubscription, type InvoiceActionContext } from "../invoice-in-action"

export interface MarkInvoicePaidInput extends InvoiceActionContext {
  /** How it was paid: the transfer's reference, say. */
  reason: string
}

/**
 * Marks what an invoice's order still asks for as paid, as Medusa does, and has its accounts follow at once. A second run finds
 * nothing open and is refused, so there is no compensation.
 */
export const markInvoicePaidStep = createStep(
  "billing-mark-invoice-paid",
  async (input: MarkInvoicePaidInput, { container }) => {
    await endBegunPayments(container, input)
    await onInvoice(container, input, (invoice) => markPaid(container, invoice, input))
    return new StepResponse({ id: input.invoice_id })
  },
)

/** A form that a customer has open is closed first, so that nobody pays twice; what they have just paid counts. */
async function endBegunPayments(
  container: MedusaContainer,
  { invoice_id, as_of }: MarkInvoicePaidInput,
): Promise<void> {
  const left = await endInvoicePagePayments(container, { invoice_id, as_of })
  if (left.some(({ outcome }) => outcome !== "paid" && outcome !== "declined")) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The customer is paying this invoice on its payment page just now",
    )
  }
}

async function markPaid(
  container: MedusaContainer,
  invoice: InvoiceRecord,
  input: MarkInvoicePaidInput,
): Promise<void> {
  const { order_id } = invoice
  const asked = invoice.payment
  if (!asked || !(isPositive(asked.open_total) || isPositive(asked.written_off_total))) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this invoice is open")
  }
  const payment_collection_id = await collectionToPay(container, order_id)
  const captured_by = input.actor.replace(/^user:/, "")
  await markPaymentCollectionAsPaid(container).run({ input: { payment_collection_id, order_id, captured_by } })
  await followOrder(container, { order_id, cause: "paid", as_of: input.as_of })
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const data = { total: asked.open_total, reason: input.reason }
  await inTransaction(knex, (trx) => tellSubscription(trx, { invoice, type: "invoice_marked_paid", data }, input))
}

/** The order's collection that nothing was paid on; where there is none, Medusa makes one of what is left to pay. */
async function collectionToPay(container: MedusaContainer, orderId: string): Promise<string> {
  const unpaid = async () =>
    (await loadOrder(container, orderId)).paymentCollections.find(
      ({ status, amount }) => status === "not_paid" && isPositive(amount),
    )?.id
  const found = await unpaid()
  if (found !== undefined) {
    return found
  }
  await refuseUnderWay(container, orderId)
  await createOrUpdateOrderPaymentCollectionWorkflow(container).run({ input: { order_id: orderId } })
  const made = await unpaid()
  if (made === undefined) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this invoice's order is left to pay")
  }
  return made
}

/** Medusa would cancel an authorized payment to make another collection. */
async function refuseUnderWay(container: MedusaContainer, orderId: string): Promise<void> {
  const { paymentCollections } = await loadOrder(container, orderId)
  if (paymentCollections.some(({ status }) => ["authorized", "partially_authorized", "awaiting"].includes(status))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A payment of this invoice is under way: capture or cancel it on its order first",
    )
  }
}
