import type { CollectibleRenewal } from "../../../modules/billing"
import type { BatchInput } from "../renewals/batch-input"
import type { RenewalCharge, RenewalChargeResult } from "./charge-renewals"
import type { ChargedRenewal } from "./steps/settle-charges"

/** Claimed renewals as charges. */
export function chargesOf({ renewals, batch }: { renewals: CollectibleRenewal[]; batch: BatchInput }): RenewalCharge[] {
  return renewals.map((renewal) => ({
    renewal_id: renewal.id,
    subscription_id: renewal.subscription_id,
    attempt_number: renewal.attempt_number,
    amount: renewal.total,
    currency_code: renewal.currency_code,
    payment_collection_id: renewal.payment_collection_id,
    payment_provider_id: renewal.payment_provider_id,
    payment_method: renewal.payment_method,
    customer: renewal.customer_id ? { id: renewal.customer_id, email: renewal.email ?? "" } : null,
    as_of: batch.as_of,
  }))
}

/** Renewals with what came of their charges; those that another process is charging right now are left to it. */
export function chargedOf({
  renewals,
  results,
}: {
  renewals: CollectibleRenewal[]
  results: RenewalChargeResult[]
}): ChargedRenewal[] {
  const renewalOf = new Map(renewals.map((renewal) => [renewal.id, renewal]))
  return results.flatMap(({ renewal_id, outcome, capture_id }) => {
    const renewal = renewalOf.get(renewal_id)
    return renewal && outcome ? [{ renewal, outcome, capture_id }] : []
  })
}
