import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { markPaymentCollectionAsPaid } from "@medusajs/medusa/core-flows"
import { BILLING_MODULE, type BillingModuleService, type InvoiceRecord } from "../../../../modules/billing"
import { inTransaction } from "../../../../modules/core"
import { compare, isPositive, round, sum, type Decimal } from "../../../../rules/money"
import { lowerCollections } from "../../balance/write-balance-on-orders"
import { endInvoicePagePayments } from "../../payment-pages/end-invoice-page-payments"
import { collectionToPay, withCollectionOfPart } from "../collection-to-pay"
import { followOrder } from "../follow-order"
import {
  onInvoice,
  requireAmount,
  requireSeen,
  tellSubscription,
  type InvoiceActionContext,
} from "../invoice-in-action"

export interface MarkInvoicePaidInput extends InvoiceActionContext {
  /** How it was paid: the transfer's reference, say. */
  reason: string
  /** What was received, with a part of it; left out: all that is open. */
  amount?: Decimal | undefined
  /** What was open when it was decided: a second click is refused. Left out: whatever is. */
  open_total?: Decimal | undefined
}

/**
 * Marks what an invoice's order still asks for, or a part of it, as paid, as Medusa does, and has its accounts follow at once. A
 * second run finds nothing open, or less than was seen, and is refused, so there is no compensation.
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
  const { order_id, currency_code } = invoice
  const asked = askedOf(invoice)
  if (!isPositive(asked)) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this invoice is open")
  }
  requireSeen(input.open_total, invoice.payment?.open_total ?? "0")
  const amount = requireAmount(input.amount ?? asked, currency_code)
  if (!isPositive(amount) || compare(amount, asked) > 0) {
    const most = round(asked, currency_code)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `The payment is refused: ${most} of the invoice is open`)
  }
  const captured_by = input.actor.replace(/^user:/, "")
  const mark = async (payment_collection_id: string): Promise<void> => {
    await markPaymentCollectionAsPaid(container).run({ input: { payment_collection_id, order_id, captured_by } })
  }
  // The order may ask for more: another of its invoices is open, too.
  const whole = compare(amount, asked) === 0 ? await collectionToPay(container, order_id) : null
  if (whole && compare(round(whole.amount, currency_code), amount) <= 0) {
    await mark(whole.id)
  } else {
    await withCollectionOfPart(container, { order_id, invoice_id: invoice.id, currency_code, amount }, mark)
    await lowerCollections(container, [order_id])
  }
  await followOrder(container, { order_id, cause: "paid", as_of: input.as_of })
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const data = { total: amount, reason: input.reason }
  await inTransaction(knex, (trx) => tellSubscription(trx, { invoice, type: "invoice_marked_paid", data }, input))
}

/** What is open, and what was written off: a payment takes that back. */
const askedOf = ({ payment }: InvoiceRecord): Decimal =>
  sum([payment?.open_total ?? "0", payment?.written_off_total ?? "0"].filter(isPositive))
