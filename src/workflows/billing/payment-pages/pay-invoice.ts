import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, readInvoiceToPay } from "../../../modules/billing"
import { confirmOnPage } from "./confirm-on-page"
import { noteProcessing } from "./note-processing"
import type { PagePayment } from "./page-payment"
import { payLocked, type PayInvoiceInput } from "./pay-locked"
import { withInvoiceLocked } from "./with-invoice-locked"

export type { PayInvoiceInput }

/**
 * Pays an invoice, once: everything that charges it takes the same lock (`withRenewalsLocked`), in any process. Who comes while
 * another payment is under way waits for it, and then finds what came of it.
 */
async function payInvoice(container: MedusaContainer, input: PayInvoiceInput): Promise<PagePayment> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const invoice = await readInvoiceToPay(billing.db.knex, input.invoice_id)
  if (!invoice) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${input.invoice_id} was not found`)
  }
  const confirmed = await confirmOnPage(container, invoice, input)
  if (confirmed) {
    return confirmed
  }
  const payment = await withInvoiceLocked(container, invoice, async () => {
    const payment = await payLocked(container, input)
    if (payment.outcome === "processing" || invoice.processing_on !== null) {
      await noteProcessing(container, input)
    }
    return payment
  })
  return payment ?? { outcome: "processing", reason: null }
}

/** No compensation: money that was taken stays taken, and a second run finds it. */
const payInvoiceStep = createStep("billing-pay-invoice", async (input: PayInvoiceInput, { container }) => {
  return new StepResponse(await payInvoice(container, input))
})

/** Pays an invoice on the payment page: begins a payment, or asks what came of it, and settles order and invoice. */
export const payInvoiceWorkflow = createWorkflow(
  "billing-pay-invoice",
  (input: PayInvoiceInput) => new WorkflowResponse(payInvoiceStep(input)),
)
