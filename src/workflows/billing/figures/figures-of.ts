import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BilledSubscription, type BillingModuleService } from "../../../modules/billing"
import {
  isFinal,
  renewedLines,
  subscriptionFigure,
  toSubscriptionFacts,
  upcomingRenewal,
  wholePrice,
  type FiguredLine,
  type SubscriptionFigure,
} from "../../../rules/billing"
import { sum } from "../../../rules/money"
import { renewalDiscounts } from "../renewals/renewal-discounts"
import { taxLinesForRenewals, type TaxLinesById } from "../renewals/renewal-taxes"

/** What these subscriptions count now, by the rules of the billing run: its discounts, its taxes, its next date. */
export async function figuresOf(
  container: MedusaContainer,
  subscriptions: readonly BilledSubscription[],
): Promise<Map<string, SubscriptionFigure>> {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  // A net price has no tax in it: only the others are asked about.
  const taxed = subscriptions.filter(({ items }) => items.some(({ is_tax_inclusive }) => is_tax_inclusive))
  const taxLines: TaxLinesById = taxed.length
    ? await taxLinesForRenewals(
        container,
        taxed.map((subscription) => ({ subscription, shipping: null })),
      )
    : new Map()
  return new Map(
    subscriptions.map((subscription) => {
      const upcoming = isFinal(subscription.status) ? null : upcomingRenewal(toSubscriptionFacts(subscription), options)
      const figure = subscriptionFigure({
        status: subscription.status,
        interval: { unit: subscription.interval_unit, count: subscription.interval_count },
        currencyCode: subscription.currency_code,
        cancelOn: subscription.cancel_on,
        lines: linesOf(subscription, taxLines),
        renewsOn: upcoming?.kind === "bill" ? upcoming.dueOn : null,
      })
      return [subscription.id, figure]
    }),
  )
}

/** The items as the next renewal has them: whole, less what comes off them then. What is free renews for nothing. */
function linesOf(subscription: BilledSubscription, taxLines: TaxLinesById): FiguredLine[] {
  if (subscription.payment_type !== "recurring") {
    return []
  }
  const discounted = renewedLines(subscription, subscription.next_cycle)
  const discounts = discounted.length ? renewalDiscounts.get().onRenewal(discounted) : new Map<string, never[]>()
  return subscription.items.map(({ id, unit_price, quantity, is_tax_inclusive }) => ({
    amount: wholePrice({ unit_price, quantity }, discounts.get(id) ?? []),
    isTaxInclusive: is_tax_inclusive,
    taxRate: sum((taxLines.get(id) ?? []).map(({ rate }) => String(rate))),
  }))
}
