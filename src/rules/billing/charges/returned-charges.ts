import type { CivilDate } from "../../calendar"
import { isPositive, subtract, sum } from "../../money"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { ChargedRenewal } from "./charged-renewal"

interface ReturnedCharge {
  renewal_id: string
  entry: SystemEntry
  event: BillingEvent
}

/** The renewals whose charge was given back whole, with what their time lines and events say of it. */
export function returnedCharges(charged: readonly ChargedRenewal[], asOf: CivilDate): ReturnedCharge[] {
  return charged.flatMap(({ renewal, order, moved }) => {
    const movedBy = (reference: "capture" | "refund") =>
      sum(moved.filter((one) => one.reference === reference).map(({ amount }) => amount))
    const captured = movedBy("capture")
    if (!isPositive(captured) || isPositive(subtract(captured, movedBy("refund")))) {
      return []
    }
    const reason = order.isCanceled ? "order_canceled" : "paid_already"
    const { id, subscription_id, cycle, order_id, invoice_id, currency_code } = renewal
    const amount = movedBy("refund")
    return [
      {
        renewal_id: id,
        entry: systemEntry(subscription_id, "charge_returned", asOf, { cycle, total: amount, reason }),
        event: {
          name: "billing.renewal.refunded" as const,
          data: { id, subscription_id, order_id, invoice_id, cycle, amount, currency_code, reason },
        },
      },
    ]
  })
}
