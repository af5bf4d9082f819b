import type { BilledSubscription } from "../../../modules/billing"
import { composeRenewalOrder, renewedLines, type BillDecision, type RenewalOrder } from "../../../rules/billing"
import { renewalDiscounts } from "./renewal-discounts"
import type { TaxLinesByItem } from "./renewal-taxes"

/** The order of a renewal, with what comes off it in that cycle. The billing run and the preview compose by it. */
export function composeOrder(
  subscription: BilledSubscription,
  decision: BillDecision,
  taxLines: TaxLinesByItem,
): RenewalOrder {
  const discounts = new Map(
    renewedLines(subscription, decision.cycle).map((line) => [line.id, renewalDiscounts.ask().onRenewal(line)]),
  )
  return composeRenewalOrder(subscription, decision, { taxLines, discounts })
}
