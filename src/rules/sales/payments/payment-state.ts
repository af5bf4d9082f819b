import { compare, isPositive, isZero, subtract, sum, type Decimal } from "../../money"
import type { CivilDate } from "../../calendar"

/** How far a sale is paid: a status of its own (H3). */
export const SALE_PAYMENT_STATUSES = [
  "not_paid",
  "authorized",
  "partially_paid",
  "paid",
  "partially_refunded",
  "refunded",
] as const
export type SalePaymentStatus = (typeof SALE_PAYMENT_STATUSES)[number]

/** Money that came in or went back, each once. */
export interface MoneyMove {
  id: string
  kind: "captured" | "refunded"
  /** Above zero, whichever way it went. */
  amount: Decimal
  /** The instant, and the store's day of it. */
  at: string
  on: CivilDate
}

export interface PaymentFacts {
  /** What was to pay when it was sold. */
  soldTotal: Decimal
  /** What is to pay now. */
  total: Decimal
  isAuthorized: boolean
  isCanceled: boolean
  moves: readonly MoneyMove[]
}

export interface PaymentState {
  status: SalePaymentStatus
  received: Decimal
  refunded: Decimal
  /** Whether a payment was validated, once: only then the sale counts in figures. */
  isEffective: boolean
}

const sumOf = (moves: readonly MoneyMove[], kind: MoneyMove["kind"]): Decimal =>
  sum(moves.filter((move) => move.kind === kind).map(({ amount }) => amount))

/** What is paid of a sale. Once effective, it stays so: a refund lowers the figures on its own day instead. */
export function paymentStateOf(wasEffective: boolean, facts: PaymentFacts): PaymentState {
  const received = sumOf(facts.moves, "captured")
  const refunded = sumOf(facts.moves, "refunded")
  const isEffective = wasEffective || isPaid(facts, { received, refunded })
  return { received, refunded, isEffective, status: statusOf(facts, { received, refunded, isEffective }) }
}

function isPaid(
  { soldTotal, total, isCanceled }: PaymentFacts,
  { received, refunded }: Pick<PaymentState, "received" | "refunded">,
): boolean {
  if (isCanceled) {
    return false
  }
  return isPositive(received) ? compare(subtract(received, refunded), total) >= 0 : isZero(soldTotal) && isZero(total)
}

function statusOf(
  { isAuthorized }: PaymentFacts,
  { received, refunded, isEffective }: Omit<PaymentState, "status">,
): SalePaymentStatus {
  if (isEffective) {
    if (!isPositive(refunded)) {
      return "paid"
    }
    return compare(refunded, received) >= 0 ? "refunded" : "partially_refunded"
  }
  if (compare(received, refunded) > 0) {
    return "partially_paid"
  }
  if (isPositive(refunded)) {
    return "refunded"
  }
  return isAuthorized ? "authorized" : "not_paid"
}
