import type { BilledSubscription } from "../../../modules/billing"
import { composeRenewalOrder, renewedLines, type BillDecision, type RenewalOrder } from "../../../rules/billing"
import { renewalDiscounts } from "./renewal-discounts"
import type { TaxLinesByItem } from "./renewal-taxes"

/** Composes a renewal's order with its discounts in that cycle. Used by the billing run and the preview. */
export function composeOrder(
  subscription: BilledSubscription,
  decision: BillDecision,
  taxLines: TaxLinesByItem,
): RenewalOrder {
  const discounts = new Map(
    renewedLines(subscription, decision.cycle).map((line) => [line.id, renewalDiscounts.get().onRenewal(line)]),
  )
  return composeRenewalOrder(subscription, decision, { taxLines, discounts })
}
