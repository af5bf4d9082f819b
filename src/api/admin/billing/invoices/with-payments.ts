import type { InferTypeOf } from "@medusajs/framework/types"
import type { BillingModuleService } from "../../../../modules/billing"
import type { Invoice, InvoicePayment } from "../../../../modules/billing/models"

type InvoiceRow = InferTypeOf<typeof Invoice>
type InvoiceWithPayment = InvoiceRow & { payment: InferTypeOf<typeof InvoicePayment> | null }

/** Puts the payment state, which is kept apart, beside each invoice. */
export async function withPayments(
  billing: BillingModuleService,
  invoices: InvoiceRow[],
): Promise<InvoiceWithPayment[]> {
  const payments = await billing.listInvoicePayments({ invoice_id: invoices.map(({ id }) => id) })
  const paymentOf = new Map(payments.map((payment) => [payment.invoice_id, payment]))
  return invoices.map((invoice) => ({ ...invoice, payment: paymentOf.get(invoice.id) ?? null }))
}
