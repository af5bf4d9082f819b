import type { BillingModuleService } from "../../../../modules/billing"

type Payment = Awaited<ReturnType<BillingModuleService["listInvoicePayments"]>>[number]

/** Puts the payment state, which is kept apart, beside each invoice. */
export async function withPayments<Invoice extends { id: string }>(
  billing: BillingModuleService,
  invoices: Invoice[],
): Promise<(Invoice & { payment: Payment | null })[]> {
  const payments = await billing.listInvoicePayments({ invoice_id: invoices.map(({ id }) => id) })
  const paymentOf = new Map(payments.map((payment) => [payment.invoice_id, payment]))
  return invoices.map((invoice) => ({ ...invoice, payment: paymentOf.get(invoice.id) ?? null }))
}
