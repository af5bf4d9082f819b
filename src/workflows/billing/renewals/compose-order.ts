import type { BilledSubscription } from "../../../modules/billing"
import {
  composeRenewalOrder,
  pricedOn,
  renewalIds,
  renewedLines,
  type BillDecision,
  type RenewalDiscount,
  type RenewalOrder,
} from "../../../rules/billing"
import type { RenewalFacts } from "./load-renewal-facts"
import { renewalDiscounts } from "./renewal-discounts"

const NONE: ReadonlyMap<string, RenewalDiscount[]> = new Map()

/** Composes a renewal's order at the price of its period, with its discounts in that cycle. Used by the billing run and the preview. */
export function composeOrder(
  agreed: BilledSubscription,
  decision: BillDecision,
  { taxLines, shipping, buyers }: RenewalFacts,
): RenewalOrder {
  const subscription = pricedOn(agreed, decision)
  const discounted = renewedLines(subscription, decision.cycle)
  const discounts = discounted.length ? renewalDiscounts.get().onRenewal(discounted) : NONE
  const method = shipping.get(renewalIds(subscription.id, decision.cycle).renewal)
  return composeRenewalOrder(subscription, decision, {
    taxLines,
    discounts,
    shipping: method ? { ...method, tax_lines: taxLines.get(subscription.id) ?? [] } : null,
    email: buyers.get(subscription.customer_id ?? "")?.email ?? null,
  })
}
