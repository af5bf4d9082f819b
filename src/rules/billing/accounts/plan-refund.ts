import { compare, isPositive, min, round, subtract, sum, type Decimal } from "../../money"

/** A payment of an order, with what is left of it. */
export interface RefundablePayment {
  id: string
  captured: Decimal
  /** What was given back, or taken back by the payer's bank. */
  refunded: Decimal
}

export type RefundPlan =
  { ok: true; refunds: { payment_id: string; amount: Decimal }[] } | { ok: false; reason: string; refundable: Decimal }

/** What can be given back of payments: what was captured, less what was given back. */
export const refundableOf = (payments: readonly RefundablePayment[]): Decimal =>
  sum(payments.map(({ captured, refunded }) => subtract(captured, refunded)).filter((left) => isPositive(left)))

/**
 * Which payments an amount is given back of, the latest first; never above what was captured. All that is left of the
 * payments is given back to the last decimal, as Medusa captures amounts that are finer than the currency.
 */
export function planRefund(payments: readonly RefundablePayment[], amount: Decimal, currency: string): RefundPlan {
  const refundable = refundableOf(payments)
  const most = round(refundable, currency)
  if (!isPositive(amount) || compare(amount, most) > 0) {
    return { ok: false, reason: `${most} can be given back of what was captured`, refundable: most }
  }
  let rest = compare(amount, most) === 0 ? refundable : amount
  const refunds = [...payments].reverse().flatMap(({ id, captured, refunded }) => {
    const part = min(rest, subtract(captured, refunded))
    if (!isPositive(part)) {
      return []
    }
    rest = subtract(rest, part)
    return [{ payment_id: id, amount: part }]
  })
  return { ok: true, refunds }
}
