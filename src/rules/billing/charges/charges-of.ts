import type { CivilDate } from "../../calendar"
import { compare, type Decimal } from "../../money"
import type { ChargedRenewal, CollectibleRenewal, RenewalCharge } from "./charged-renewal"

/** Claimed renewals as charges. `takenBy` says what the renewal's provider takes for an amount. */
export function chargesOf(
  renewals: readonly CollectibleRenewal[],
  { asOf, takenBy }: { asOf: CivilDate; takenBy: (renewal: CollectibleRenewal) => AmountTaken },
): RenewalCharge[] {
  return renewals.map((renewal) => ({
    renewal_id: renewal.id,
    subscription_id: renewal.subscription_id,
    attempt_number: renewal.attempt_number,
    amount: renewal.open_total,
    order_total: orderTotalOf(renewal, takenBy(renewal)),
    currency_code: renewal.currency_code,
    payment_collection_id: renewal.payment_collection_id,
    payment_provider_id: renewal.payment_provider_id,
    payment_method: renewal.is_method_of_another || renewal.is_hard_declined ? null : renewal.payment_method,
    customer: renewal.customer_id ? { id: renewal.customer_id, email: renewal.email ?? "" } : null,
    as_of: asOf,
  }))
}

/**
 * The order's exact total, as its payment collection has it, where the provider takes the payable total for it. The total
 * of an order that was edited after its invoice is another: then what the invoice says is charged and recorded.
 */
function orderTotalOf({ open_total, collection_amount }: CollectibleRenewal, taken: AmountTaken): Decimal {
  return collection_amount !== null && compare(taken(collection_amount), open_total) === 0
    ? collection_amount
    : open_total
}

/** What a provider takes for an amount: it knows whole units of the currency alone, some of them only every tenth. */
export type AmountTaken = (amount: Decimal) => Decimal

/** Renewals with what came of their charges; those that another process is charging are left out. */
export function chargedOf(
  renewals: readonly CollectibleRenewal[],
  results: readonly (Omit<ChargedRenewal, "renewal"> & { renewal_id: string; is_busy: boolean })[],
): ChargedRenewal[] {
  const renewalOf = new Map(renewals.map((renewal) => [renewal.id, renewal]))
  return results.flatMap(({ renewal_id, is_busy, outcome, attempt, order, moved, keeps }) => {
    const renewal = renewalOf.get(renewal_id)
    return renewal && !is_busy ? [{ renewal, outcome, attempt, order, moved, keeps }] : []
  })
}
