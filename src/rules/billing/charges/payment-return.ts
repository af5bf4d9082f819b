import type { CivilDate } from "../../calendar"
import { compare, isPositive, min, negate, round, type Decimal } from "../../money"
import type { ReturnReason } from "../states"

/** A payment as Medusa has it. */
export interface ReturnedPayment {
  payment_id: string
  order_id: string
  /** What is left of it: captured, and neither given back nor taken back before. */
  kept: Decimal
  currency_code: string
  /** The attempt that made it; null: the customer has paid. */
  attempt_id: string | null
}

/** A payment that was taken back, or came back, as it is recorded. All its ids derive from payment and reference. */
export interface PaymentReturnFacts extends ReturnedPayment {
  id: string
  reference: string
  kind: ReturnReason | "reinstated"
  code: string | null
  amount: Decimal
  as_of: CivilDate
}

/** What a provider's late news means for a payment; null: nothing of it is left that could be taken back. */
export function paymentReturnOf(
  payment: ReturnedPayment,
  fact: { reference: string; kind: PaymentReturnFacts["kind"]; code: string | null; amount: Decimal | null },
  asOf: CivilDate,
): PaymentReturnFacts | null {
  // A provider names whole units, Medusa has captured the order's exact total: all is all, to the last decimal.
  const isAll = fact.amount === null || compare(fact.amount, round(payment.kept, payment.currency_code)) >= 0
  const amount = isAll ? payment.kept : min(fact.amount ?? "0", payment.kept)
  if (!isPositive(amount)) {
    return null
  }
  const id = `bpre_${payment.payment_id}_${fact.reference}`
  return { ...payment, id, reference: fact.reference, kind: fact.kind, code: fact.code, amount, as_of: asOf }
}

/** The transactions of an order that a return stands for: the money that left, and that came back. */
export function returnTransactions(
  { id, order_id, currency_code }: Pick<PaymentReturnFacts, "id" | "order_id" | "currency_code">,
  { taken, isReinstated }: { taken: Decimal | null; isReinstated: boolean },
) {
  if (taken === null) {
    return []
  }
  const transaction = { order_id, currency_code, reference: "payment_return", reference_id: id }
  return [
    { ...transaction, id: `ordtrx_${id}`, amount: negate(taken) },
    ...(isReinstated ? [{ ...transaction, id: `ordtrx_${id}_back`, amount: taken }] : []),
  ]
}
