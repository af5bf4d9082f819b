import type { BillingModuleService } from "../../../../modules/billing"

type Payment = Awaited<ReturnType<BillingModuleService["listInvoicePayments"]>>[number]
type Correction = Awaited<ReturnType<BillingModuleService["listInvoiceCorrections"]>>[number]

/** Puts the payment state and the corrections, which are kept apart, beside each invoice. */
export async function withPayments<Invoice extends { id: string; order_id: string }>(
  billing: BillingModuleService,
  invoices: Invoice[],
): Promise<(Invoice & { payment: Payment | null; corrections: Correction[] })[]> {
  const order_id = [...new Set(invoices.map((invoice) => invoice.order_id))]
  const [payments, corrections] = await Promise.all([
    billing.listInvoicePayments({ invoice_id: invoices.map(({ id }) => id) }),
    billing.listInvoiceCorrections({ order_id }, { take: null, order: { created_at: "ASC" } }),
  ])
  const paymentOf = new Map(payments.map((payment) => [payment.invoice_id, payment]))
  return invoices.map((invoice) => ({
    ...invoice,
    payment: paymentOf.get(invoice.id) ?? null,
    corrections: corrections.filter(({ invoice_id }) => invoice_id === invoice.id),
  }))
}
