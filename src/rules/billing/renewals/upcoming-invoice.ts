import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { InvoiceDocument } from "../invoices/invoice-shape"
import type { RenewalDraft } from "./draft-renewal-invoice"

/** The expected invoice of a subscription's next renewal. */
export interface UpcomingInvoice {
  cycle: number
  /** The date on which it will be issued; a `send_invoice` one before it is due. */
  issue_on: CivilDate
  due_on: CivilDate
  period_start: CivilDate
  period_end: CivilDate
  currency_code: string
  /** Before discounts: subtotal − discount_total + tax_total + rounding = total. */
  subtotal: Decimal
  discount_total: Decimal
  tax_total: Decimal
  rounding: Decimal
  total: Decimal
  lines: InvoiceDocument["lines"]
}

/** The upcoming invoice from an unissued draft. */
export function upcomingInvoice({ document, ...draft }: RenewalDraft, issueOn: CivilDate): UpcomingInvoice {
  const { subtotal, discount, tax, rounding, payable } = document.totals
  return {
    cycle: draft.cycle,
    issue_on: issueOn,
    due_on: draft.due_on,
    period_start: draft.period_start,
    period_end: draft.period_end,
    currency_code: document.currency_code,
    subtotal,
    discount_total: discount,
    tax_total: tax,
    rounding,
    total: payable,
    lines: document.lines,
  }
}
