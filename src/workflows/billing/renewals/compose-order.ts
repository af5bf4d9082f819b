import type { BilledSubscription } from "../../../modules/billing"
import { composeRenewalOrder, type BillDecision, type RenewalOrder } from "../../../rules/billing"
import { discountsByItem } from "./renewal-discounts"
import type { TaxLinesByItem } from "./renewal-taxes"

/** The order of a renewal, with what comes off it in that cycle. The billing run and the preview compose by it. */
export function composeOrder(
  subscription: BilledSubscription,
  decision: BillDecision,
  taxLines: TaxLinesByItem,
): RenewalOrder {
  const { cycle } = decision
  const discounts = discountsByItem(subscription.items, { cycle, currencyCode: subscription.currency_code })
  return composeRenewalOrder(subscription, decision, { taxLines, discounts })
}
