import type { BillingOptions } from "../../modules/billing"
import type { NewInvoice } from "../../modules/billing/queries/invoices"
import { invoiceNumber } from "../../rules/billing"
import type { CivilDate } from "../../rules/calendar"
import { subtract } from "../../rules/money"
import type { RenewalDraft } from "./draft-invoices"

/** Gives drafts their numbers, from the first that was taken. */
export function numberInvoices(
  drafts: RenewalDraft[],
  { first, issuedOn, options }: { first: number; issuedOn: CivilDate; options: BillingOptions },
): NewInvoice[] {
  return drafts.map((draft, index) => {
    const { document } = draft
    const sequence = first + index
    const parts = { series: options.invoiceSeries, year: issuedOn.slice(0, 4), sequence }
    const number = invoiceNumber(options.invoiceNumberFormat, parts)
    return {
      id: draft.invoice_id,
      kind: "invoice",
      series: options.invoiceSeries,
      sequence,
      number,
      order_id: draft.order_id,
      renewal_id: draft.renewal_id,
      subscription_id: draft.subscription_id,
      customer_id: draft.customer_id,
      issued_on: issuedOn,
      due_on: draft.due_on,
      currency_code: document.currency_code,
      subtotal: subtract(document.totals.total, document.totals.tax),
      tax_total: document.totals.tax,
      total: document.totals.payable,
      document: { ...document, number },
    }
  })
}
