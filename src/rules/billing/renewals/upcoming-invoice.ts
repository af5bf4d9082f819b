import type { CivilDate } from "../../calendar"
import { round, subtract, type Decimal } from "../../money"
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
  /** What the customer's balance pays of it, as it is today. */
  balance_used: Decimal
  /** What is left to be paid: total − balance_used. */
  due_total: Decimal
  lines: InvoiceDocument["lines"]
}

/** The upcoming invoice from an unissued draft; `paid`: the same draft, paid from the balance as far as that reaches. */
export function upcomingInvoice(
  { document, ...draft }: RenewalDraft,
  issueOn: CivilDate,
  paid: Pick<RenewalDraft, "payable"> = draft,
): UpcomingInvoice {
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
    balance_used: round(subtract(payable, paid.payable), document.currency_code),
    due_total: paid.payable,
    lines: document.lines,
  }
}
