import type { CivilDate } from "../../calendar"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { CollectibleRenewal } from "./charged-renewal"

/** What the time line and the event say of a charge that the bank has begun to process. */
export function processingRenewal(
  renewal: CollectibleRenewal,
  asOf: CivilDate,
): { entry: SystemEntry; event: BillingEvent } {
  const { id, subscription_id, order_id, invoice_id, cycle, total, currency_code, attempt_number } = renewal
  return {
    entry: systemEntry(subscription_id, "charge_processing", asOf, { cycle, total, attempt: attempt_number }),
    event: {
      name: "billing.renewal.processing",
      data: { id, subscription_id, order_id, invoice_id, cycle, total, currency_code },
    },
  }
}
