import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, toSubscriptionFacts } from "../../../modules/billing"
import { upcomingRenewal, type InvoiceDocument } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { Decimal } from "../../../rules/money"
import type { BilledSubscription } from "./billed-subscription"
import { draftInvoice } from "./draft-invoices"
import { loadBuyers, UNKNOWN_BUYER } from "../invoices/load-buyers"
import { composeRenewalOrder } from "./renewal-order"
import { taxLinesForRenewals } from "./renewal-taxes"

/** The invoice that a subscription's next renewal will make, as things stand now. */
export interface UpcomingInvoice {
  cycle: number
  /** The date on which it will be issued; a `send_invoice` one before it is due. */
  issue_on: CivilDate
  due_on: CivilDate
  period_start: CivilDate
  period_end: CivilDate
  currency_code: string
  /** Before discounts: subtotal − discount_total + tax_total = total. */
  subtotal: Decimal
  discount_total: Decimal
  tax_total: Decimal
  total: Decimal
  lines: InvoiceDocument["lines"]
}

/**
 * Previews the next renewal by what the billing run itself does: the same rule decides, the same order is composed, taxed
 * and drawn up. null: it will not be billed again, as far as is known.
 */
export async function previewUpcoming(
  container: MedusaContainer,
  subscription: BilledSubscription,
): Promise<UpcomingInvoice | null> {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const upcoming = upcomingRenewal(toSubscriptionFacts(subscription), options)
  if (upcoming?.kind !== "bill") {
    return null
  }
  const { issueOn, ...decision } = upcoming
  const taxLines = await taxLinesForRenewals(container, [subscription])
  const buyers = await loadBuyers(container, [subscription.customer_id])
  const order = composeRenewalOrder(subscription, decision, taxLines)
  const buyer = buyers.get(subscription.customer_id ?? "") ?? UNKNOWN_BUYER
  const draft = draftInvoice({ subscription, decision, order, displayId: null, buyer }, { options, asOf: issueOn })
  const { subtotal, discount, tax, payable } = draft.document.totals
  return {
    cycle: decision.cycle,
    issue_on: issueOn,
    due_on: decision.dueOn,
    period_start: decision.periodStart,
    period_end: decision.periodEnd,
    currency_code: subscription.currency_code,
    subtotal,
    discount_total: discount,
    tax_total: tax,
    total: payable,
    lines: draft.document.lines,
  }
}
