import type { CivilDate } from "../../calendar"
import { add, round, subtract, sum, type Decimal } from "../../money"
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
  /** The invoice that a credit note corrects. */
  corrects_invoice_id?: string | null
  due_on: CivilDate
  /** The date by which it is to be paid; left out: its due date. */
  payable_by?: CivilDate
  document: InvoiceDocument
}

/** An invoice as it is written, under the names of its columns; `payable_by` is its account's. */
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
  corrects_invoice_id: string | null
  issued_on: CivilDate
  due_on: CivilDate
  payable_by: CivilDate
  currency_code: string
  subtotal: Decimal
  tax_total: Decimal
  total: Decimal
  document: InvoiceDocument
}

/** How a store numbers its invoices and its credit notes. */
export interface Numbering {
  invoiceSeries: string
  invoiceNumberFormat: string
  creditNoteSeries: string
  creditNoteNumberFormat: string
}

/** The series and the format of a kind's numbers. */
export const seriesOf = (kind: InvoiceKind, numbering: Numbering): { series: string; format: string } =>
  kind === "invoice"
    ? { series: numbering.invoiceSeries, format: numbering.invoiceNumberFormat }
    : { series: numbering.creditNoteSeries, format: numbering.creditNoteNumberFormat }

/** What a document was paid with from the customer's balance: it is asked for, and paid. */
export const balanceUsedIn = ({ credits }: InvoiceDocument): Decimal =>
  sum(credits.filter(({ is_balance }) => is_balance).map(({ amount }) => amount))

/** Numbers a draft. What it asks for is what is to be paid and what the customer's balance has paid of it. */
export function numberedInvoice(
  draft: UnnumberedInvoice,
  { sequence, issuedOn, numbering }: { sequence: number; issuedOn: CivilDate; numbering: Numbering },
): NumberedInvoice {
  const { document } = draft
  const { totals } = document
  const { series, format } = seriesOf(document.kind, numbering)
  const number = invoiceNumber(format, { series, year: issuedOn.slice(0, 4), sequence })
  return {
    id: draft.invoice_id,
    kind: document.kind,
    series,
    sequence,
    number,
    order_id: draft.order_id,
    change_id: draft.change_id ?? null,
    renewal_id: draft.renewal_id,
    subscription_id: draft.subscription_id,
    customer_id: draft.customer_id,
    corrects_invoice_id: draft.corrects_invoice_id ?? null,
    issued_on: issuedOn,
    due_on: draft.due_on,
    payable_by: draft.payable_by ?? draft.due_on,
    currency_code: document.currency_code,
    subtotal: subtract(totals.total, totals.tax),
    tax_total: totals.tax,
    total: round(add(totals.payable, balanceUsedIn(document)), document.currency_code),
    document: { ...document, number, issued_on: issuedOn },
  }
}

/** Numbers drafts, starting at the reserved sequence. */
export const numberInvoices = (
  drafts: readonly UnnumberedInvoice[],
  { first, issuedOn, numbering }: { first: number; issuedOn: CivilDate; numbering: Numbering },
): NumberedInvoice[] =>
  drafts.map((draft, index) => numberedInvoice(draft, { sequence: first + index, issuedOn, numbering }))
