import type { InvoiceDetailAnswer } from "../../../../contracts/billing/invoices"
import type { InvoiceRecord } from "../../../../modules/billing"

/** An invoice as an admin sees it. */
export const presentInvoice = (invoice: InvoiceRecord): InvoiceDetailAnswer => ({
  ...invoice,
  created_at: invoice.created_at.toISOString(),
})
