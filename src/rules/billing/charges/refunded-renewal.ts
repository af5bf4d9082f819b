import type { CivilDate } from "../../calendar"
import { isPositive, type Decimal } from "../../money"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { CollectibleRenewal } from "./charged-renewal"

/** What a refund of a renewal's order is reported as; of "0", nothing. */
export function refundedRenewal(
  renewal: CollectibleRenewal,
  amount: Decimal,
  asOf: CivilDate,
): { timeLine: SystemEntry[]; events: BillingEvent[] } {
  if (!isPositive(amount)) {
    return { timeLine: [], events: [] }
  }
  const { id, subscription_id, cycle, order_id, invoice_id, currency_code } = renewal
  const reason = "refunded"
  return {
    timeLine: [systemEntry(subscription_id, "renewal_refunded", asOf, { cycle, total: amount })],
    events: [
      {
        name: "billing.renewal.refunded",
        data: { id, subscription_id, order_id, invoice_id, cycle, amount, currency_code, reason },
      },
    ],
  }
}
