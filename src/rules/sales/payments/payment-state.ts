import { add, compare, isCurrency, isPositive, max, round, subtract, sum, type Decimal } from "../../money"
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
  /** The admin who did it, where one is known. */
  userId?: string | null
  /** Given back by nobody: the payer's bank took it. */
  isTakenBack?: true
  /** The provider has not answered yet, and may refuse. */
  isUnanswered?: true
}

export interface PaymentFacts {
  /** What was to pay when it was sold. */
  soldTotal: Decimal
  /** What is to pay now. */
  total: Decimal
  /** What is less to pay by credits since the sale: most refunds make one. */
  credited: Decimal
  currency: string
  isAuthorized: boolean
  isCanceled: boolean
  /** Whether any goods have come back: what they have cost is no more to pay. */
  hasComeBack: boolean
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

/**
 * What is paid of a sale. Once effective, it stays so: a refund lowers the figures on its own day instead. It says the same
 * whether the order is looked at before its refund or cancellation, or afterwards.
 */
export function paymentStateOf(wasEffective: boolean, facts: PaymentFacts): PaymentState {
  const received = sumOf(facts.moves, "captured")
  const refunded = sumOf(facts.moves, "refunded")
  const isEffective = wasEffective || isPaid(facts, { received, refunded })
  return { received, refunded, isEffective, status: statusOf(facts, { received, refunded, isEffective }) }
}

function isPaid(facts: PaymentFacts, { received, refunded }: Pick<PaymentState, "received" | "refunded">): boolean {
  const { total, credited } = facts
  if (!isPositive(received)) {
    return isNothingAsked(facts)
  }
  return covers(facts, subtract(received, refunded), total) || covers(facts, received, add(total, credited))
}

/** Sold for nothing, or edited down to nothing; what was returned unpaid, or written off by a credit, is no sale. */
function isNothingAsked({ soldTotal, total, credited, isCanceled, hasComeBack }: PaymentFacts): boolean {
  const isGivenUp = isPositive(credited) || (isPositive(soldTotal) && hasComeBack)
  return !isCanceled && !isPositive(total) && !isGivenUp
}

/** To the smallest coin: a total may have fractions of it, which nobody can pay. */
function covers({ currency }: PaymentFacts, amount: Decimal, owed: Decimal): boolean {
  const inCoins = (one: Decimal): Decimal => (isCurrency(currency) ? round(one, currency) : one)
  return compare(inCoins(amount), inCoins(owed)) >= 0
}

/**
 * What a payer's bank took back was never there: the order asks for it again. It lowers the figures on its day all the same. What was
 * paid beyond what was sold, and given back, leaves the sale paid.
 */
function statusOf(
  facts: PaymentFacts,
  { received, refunded, isEffective }: Omit<PaymentState, "status">,
): SalePaymentStatus {
  const { isAuthorized, soldTotal, total, credited, moves } = facts
  const takenBack = sum(moves.filter((move) => move.isTakenBack).map(({ amount }) => amount))
  const [held, given] = [subtract(received, takenBack), subtract(refunded, takenBack)]
  if (isEffective && covers(facts, subtract(held, given), max(soldTotal, add(total, credited)))) {
    return "paid"
  }
  if (isEffective && isPositive(given)) {
    return compare(given, held) >= 0 ? "refunded" : "partially_refunded"
  }
  // An order that was paid, and then came to more, is paid in part.
  if (isEffective && covers(facts, held, total)) {
    return "paid"
  }
  if (compare(held, given) > 0) {
    return "partially_paid"
  }
  if (isPositive(given)) {
    return "refunded"
  }
  // Medusa keeps the authorization of what was captured.
  return isAuthorized && !isPositive(takenBack) ? "authorized" : "not_paid"
}
