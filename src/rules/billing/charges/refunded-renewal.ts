import type { CivilDate } from "../../calendar"
import { allocate, isPositive, type Decimal } from "../../money"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { CollectibleRenewal } from "./charged-renewal"
import { ofMembers, type RenewalMember } from "./members-of-renewal"

/**
 * What a refund of a renewal's order is reported as; of "0", nothing. In the time line of each subscription that is on the
 * invoice stands its share of it; the event is one, with the whole.
 */
export function refundedRenewal(
  renewal: CollectibleRenewal,
  { amount, members, asOf }: { amount: Decimal; members: readonly RenewalMember[]; asOf: CivilDate },
): { timeLine: SystemEntry[]; events: BillingEvent[] } {
  if (!isPositive(amount)) {
    return { timeLine: [], events: [] }
  }
  const { id, subscription_id, cycle, order_id, invoice_id, currency_code } = renewal
  const reason = "refunded"
  const all = ofMembers([{ renewal }], members).map((one) => one.renewal)
  const shares =
    all.length > 1
      ? allocate(
          amount,
          all.map(({ total }) => total),
          currency_code,
        )
      : [amount]
  return {
    timeLine: all.map((one, index) =>
      systemEntry(one.subscription_id, "renewal_refunded", asOf, { cycle: one.cycle, total: shares[index] ?? "0" }),
    ),
    events: [
      {
        name: "billing.renewal.refunded",
        data: { id, subscription_id, order_id, invoice_id, cycle, amount, currency_code, reason },
      },
    ],
  }
}
