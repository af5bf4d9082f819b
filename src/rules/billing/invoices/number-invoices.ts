import type { CivilDate } from "../../calendar"
import { subtract, type Decimal } from "../../money"
import type { InvoiceKind } from "../states"
import { invoiceNumber } from "./invoice-number"
import type { InvoiceDocument } from "./invoice-shape"

/** An invoice without its number. */
export interface UnnumberedInvoice {
  invoice_id: string
  order_id: string
  /** The order change whose added lines it is of; left out: it is of the whole order. */
  change_id?: string | null
  renewal_id: string | null
  subscription_id: string | null
  customer_id: string | null
  due_on: CivilDate
  document: InvoiceDocument
}

/** An invoice as it is written, under the names of its columns. */
export interface NumberedInvoice {
  id: string
  kind: InvoiceKind
  series: string
  sequence: number
  number: string
  order_id: string
  change_id: string | null
  renewal_id: string | null
  subscription_id: string | null
  customer_id: string | null
  issued_on: CivilDate
  due_on: CivilDate
  currency_code: string
  subtotal: Decimal
  tax_total: Decimal
  total: Decimal
  document: InvoiceDocument
}

/** How a store numbers its invoices. */
export interface Numbering {
  invoiceSeries: string
  invoiceNumberFormat: string
}

/** Numbers a draft. */
export function numberedInvoice(
  draft: UnnumberedInvoice,
  { sequence, issuedOn, numbering }: { sequence: number; issuedOn: CivilDate; numbering: Numbering },
): NumberedInvoice {
  const { document } = draft
  const { totals } = document
  const series = numbering.invoiceSeries
  const number = invoiceNumber(numbering.invoiceNumberFormat, { series, year: issuedOn.slice(0, 4), sequence })
  return {
    id: draft.invoice_id,
    kind: "invoice",
    series,
    sequence,
    number,
    order_id: draft.order_id,
    change_id: draft.change_id ?? null,
    renewal_id: draft.renewal_id,
    subscription_id: draft.subscription_id,
    customer_id: draft.customer_id,
    issued_on: issuedOn,
    due_on: draft.due_on,
    currency_code: document.currency_code,
    subtotal: subtract(totals.total, totals.tax),
    tax_total: totals.tax,
    total: totals.payable,
    document: { ...document, number },
  }
}

/** Numbers drafts, starting at the reserved sequence. */
export const numberInvoices = (
  drafts: readonly UnnumberedInvoice[],
  { first, issuedOn, numbering }: { first: number; issuedOn: CivilDate; numbering: Numbering },
): NumberedInvoice[] =>
  drafts.map((draft, index) => numberedInvoice(draft, { sequence: first + index, issuedOn, numbering }))
