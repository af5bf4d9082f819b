import type { BilledSubscription } from "../../../modules/billing"
import {
  composeRenewalOrder,
  renewalIds,
  renewedLines,
  type BillDecision,
  type RenewalOrder,
} from "../../../rules/billing"
import type { RenewalFacts } from "./load-renewal-facts"
import { renewalDiscounts } from "./renewal-discounts"

/** Composes a renewal's order with its discounts in that cycle. Used by the billing run and the preview. */
export function composeOrder(
  subscription: BilledSubscription,
  decision: BillDecision,
  { taxLines, shipping, buyers }: RenewalFacts,
): RenewalOrder {
  const discounts = new Map(
    renewedLines(subscription, decision.cycle).map((line) => [line.id, renewalDiscounts.get().onRenewal(line)]),
  )
  const method = shipping.get(renewalIds(subscription.id, decision.cycle).renewal)
  return composeRenewalOrder(subscription, decision, {
    taxLines,
    discounts,
    shipping: method ? { ...method, tax_lines: taxLines.get(subscription.id) ?? [] } : null,
    email: buyers.get(subscription.customer_id ?? "")?.email ?? null,
  })
}
