import type { NewInvoice } from "../../../modules/billing"
import type { BillingOptions } from "../../../options"
import { invoiceNumber, type InvoiceDocument } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { subtract } from "../../../rules/money"

/** An invoice that wants nothing but its number. */
export interface UnnumberedInvoice {
  invoice_id: string
  order_id: string
  renewal_id: string | null
  subscription_id: string | null
  customer_id: string | null
  due_on: CivilDate
  document: InvoiceDocument
}

/** Gives a draft its number. */
export function numberedInvoice(
  draft: UnnumberedInvoice,
  { sequence, issuedOn, options }: { sequence: number; issuedOn: CivilDate; options: BillingOptions },
): NewInvoice {
  const { document } = draft
  const { totals } = document
  const series = options.invoiceSeries
  const number = invoiceNumber(options.invoiceNumberFormat, { series, year: issuedOn.slice(0, 4), sequence })
  return {
    id: draft.invoice_id,
    kind: "invoice",
    series,
    sequence,
    number,
    order_id: draft.order_id,
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

/** Gives drafts their numbers, from the first that was taken. */
export function numberInvoices(
  drafts: UnnumberedInvoice[],
  { first, issuedOn, options }: { first: number; issuedOn: CivilDate; options: BillingOptions },
): NewInvoice[] {
  return drafts.map((draft, index) => numberedInvoice(draft, { sequence: first + index, issuedOn, options }))
}
