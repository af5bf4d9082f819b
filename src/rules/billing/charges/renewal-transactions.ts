import { compare, negate, type Decimal } from "../../money"
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
  payment_id: string
}

/** A transaction that an order has already, as Medusa lists it. */
export interface WrittenTransaction {
  id: string
  reference?: string | null
  reference_id?: string | null
  amount: Decimal
}

/**
 * The transactions of charged renewals: one for each capture and refund, with a derived id, so that a second run finds it.
 * A refund is below zero, as Medusa writes it.
 */
export const renewalTransactions = (charged: readonly ChargedRenewal[]): RenewalTransaction[] =>
  charged.flatMap(({ renewal, moved }) =>
    moved.map(({ reference, reference_id, payment_id, amount }, index) => ({
      id: transactionId(renewal, { reference, reference_id, isFirst: index === 0 }),
      order_id: renewal.order_id,
      amount: reference === "refund" ? negate(amount) : amount,
      currency_code: renewal.currency_code,
      reference,
      reference_id,
      payment_id,
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

/**
 * What Medusa has written of the same captures and is to go: a second one, and one of another amount. It hears of a success by
 * the provider's message, whose amount is rounded, while the order's total is not.
 */
export function surplusTransactions(
  wanted: readonly RenewalTransaction[],
  existing: readonly WrittenTransaction[],
): string[] {
  return wanted.flatMap(({ id, reference, reference_id, amount }) => {
    const others =
      reference === "capture"
        ? existing.filter((one) => one.id !== id && one.reference === "capture" && one.reference_id === reference_id)
        : []
    const isOwn = existing.some((one) => one.id === id)
    const kept = isOwn ? undefined : others.find((one) => compare(one.amount, amount) === 0)
    return others.filter((one) => one !== kept).map((one) => one.id)
  })
}

/**
 * The missing ones. Medusa writes the transaction of a capture from a webhook itself, under another id; that of a refund
 * in its cancellation of an order refers to the payment instead of the refund, and stands for one refund of its amount.
 */
export function missingTransactions(
  wanted: readonly RenewalTransaction[],
  existing: readonly WrittenTransaction[],
): RenewalTransaction[] {
  const made = new Set(existing.flatMap(({ id, reference_id }) => [id, reference_id]))
  const ofPayments = existing.filter(({ reference }) => reference === "refund")
  const isWrittenForPayment = ({ reference, payment_id, amount }: RenewalTransaction): boolean => {
    const at = ofPayments.findIndex((one) => one.reference_id === payment_id && compare(one.amount, amount) === 0)
    return reference === "refund" && at >= 0 && ofPayments.splice(at, 1).length > 0
  }
  return wanted.filter((one) => !made.has(one.id) && !made.has(one.reference_id) && !isWrittenForPayment(one))
}
