import type { CivilDate } from "../../calendar"
import type { ChargeOutcome } from "../types"
import type { ChargedRenewal, CollectibleRenewal, RenewalCharge } from "./charged-renewal"

/** Claimed renewals as charges. */
export function chargesOf(renewals: readonly CollectibleRenewal[], asOf: CivilDate): RenewalCharge[] {
  return renewals.map((renewal) => ({
    renewal_id: renewal.id,
    subscription_id: renewal.subscription_id,
    attempt_number: renewal.attempt_number,
    amount: renewal.total,
    currency_code: renewal.currency_code,
    payment_collection_id: renewal.payment_collection_id,
    payment_provider_id: renewal.payment_provider_id,
    payment_method: renewal.is_method_of_another ? null : renewal.payment_method,
    customer: renewal.customer_id ? { id: renewal.customer_id, email: renewal.email ?? "" } : null,
    as_of: asOf,
  }))
}

/** Renewals with the outcomes of their charges; those that another process is charging are left out. */
export function chargedOf(
  renewals: readonly CollectibleRenewal[],
  results: readonly { renewal_id: string; outcome: ChargeOutcome | null; capture_id: string | null }[],
): ChargedRenewal[] {
  const renewalOf = new Map(renewals.map((renewal) => [renewal.id, renewal]))
  return results.flatMap(({ renewal_id, outcome, capture_id }) => {
    const renewal = renewalOf.get(renewal_id)
    return renewal && outcome ? [{ renewal, outcome, capture_id }] : []
  })
}
