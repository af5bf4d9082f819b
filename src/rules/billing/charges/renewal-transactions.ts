import { negate, type Decimal } from "../../money"
import { renewalIds } from "../renewals/renewal-ids"
import type { ChargedRenewal } from "./charged-renewal"

/** A transaction of an order, in Medusa's names. */
export interface RenewalTransaction {
  id: string
  order_id: string
  amount: Decimal
  currency_code: string
  reference: "capture" | "refund"
  reference_id: string
}

/**
 * The transactions of charged renewals: one for each capture and refund, with a derived id, so that a second run finds it.
 * A refund is below zero, as Medusa writes it.
 */
export const renewalTransactions = (charged: readonly ChargedRenewal[]): RenewalTransaction[] =>
  charged.flatMap(({ renewal, moved }) =>
    moved.map(({ reference, reference_id, amount }, index) => ({
      id: transactionId(renewal, { reference, reference_id, isFirst: index === 0 }),
      order_id: renewal.order_id,
      amount: reference === "refund" ? negate(amount) : amount,
      currency_code: renewal.currency_code,
      reference,
      reference_id,
    })),
  )

/** The first capture's is derived from the cycle; another one's from Medusa's record, too. */
function transactionId(
  { subscription_id, cycle }: ChargedRenewal["renewal"],
  { reference, reference_id, isFirst }: { reference: string; reference_id: string; isFirst: boolean },
): string {
  const { transaction } = renewalIds(subscription_id, cycle)
  return isFirst && reference === "capture" ? transaction : `${transaction}_${reference_id}`
}

/** The missing ones. Medusa writes the transaction of a capture from a webhook itself, under another id. */
export function missingTransactions(
  wanted: readonly RenewalTransaction[],
  existing: readonly { id: string; reference_id?: string | null }[],
): RenewalTransaction[] {
  const made = new Set(existing.flatMap(({ id, reference_id }) => [id, reference_id]))
  return wanted.filter(({ id, reference_id }) => !made.has(id) && !(reference_id && made.has(reference_id)))
}
