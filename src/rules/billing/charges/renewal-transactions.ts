import type { Decimal } from "../../money"
import { renewalIds } from "../renewals/renewal-ids"
import type { ChargedRenewal } from "./charged-renewal"

/** A transaction of an order, in Medusa's names. */
export interface RenewalTransaction {
  id: string
  order_id: string
  amount: Decimal
  currency_code: string
  reference: "capture"
  reference_id: string | undefined
}

/** The transactions of paid renewals: one each, with a derived id, so that a second run finds it. */
export const renewalTransactions = (charged: readonly ChargedRenewal[]): RenewalTransaction[] =>
  charged
    .filter(({ outcome }) => outcome.status === "paid")
    .map(({ renewal, capture_id }) => ({
      id: renewalIds(renewal.subscription_id, renewal.cycle).transaction,
      order_id: renewal.order_id,
      amount: renewal.total,
      currency_code: renewal.currency_code,
      reference: "capture",
      reference_id: capture_id ?? undefined,
    }))

/** The missing ones. Medusa writes the transaction of a capture from a webhook itself, under another id. */
export function missingTransactions(
  wanted: readonly RenewalTransaction[],
  existing: readonly { id: string; reference_id?: string | null }[],
): RenewalTransaction[] {
  const made = new Set(existing.flatMap(({ id, reference_id }) => [id, reference_id]))
  return wanted.filter(({ id, reference_id }) => !made.has(id) && !(reference_id && made.has(reference_id)))
}
