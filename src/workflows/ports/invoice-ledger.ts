import type { MedusaContainer } from "@medusajs/framework/types"
import { createPort } from "./create-port"

/** A document of an order, as an auditor's pack lists it. */
export interface LedgerInvoice {
  id: string
  order_id: string
  kind: string
  number: string | null
  issued_on: string
  currency_code: string
  total: string
}

/** Invoices and credit notes, page by page in the order of their ids. Used by sales. */
export interface InvoiceLedger {
  page: (container: MedusaContainer, page: { after: string; limit: number }) => Promise<LedgerInvoice[]>
}

export const invoiceLedger = createPort<InvoiceLedger>("the invoices of an auditor's pack")
