import { compare, max, subtract, type Decimal } from "../../money"
import { OWED_STATUSES, type ChargeStatus, type InvoicePaymentStatus, type PaymentPageState } from "../states"

/** How an invoice stands, as its payment page asks for it. Amounts in major units. */
export interface PaymentPageFacts {
  isOrderCanceled: boolean
  status: InvoicePaymentStatus
  /** What the invoice's account still asks for. */
  open: Decimal
  /** What payments of the order have taken of which no account has heard yet. */
  unheard: Decimal
  /** The billing run's open attempt to charge; null: none. `canConfirm`: the customer can confirm it on the page. */
  attempt: { status: ChargeStatus; canConfirm: boolean } | null
  /** A payment begun on the page of which the provider has not said what came of it; null: none. */
  session: "in_doubt" | "requires_action" | "waits" | null
}

const OWED: readonly InvoicePaymentStatus[] = OWED_STATUSES
/** The provider may have taken the money: nothing else may begin. */
const IN_DOUBT: readonly string[] = ["started", "unknown", "processing"]

/** What the customer finds. An attempt that only they can confirm comes before a payment of another kind. */
export function paymentPageState(facts: PaymentPageFacts): PaymentPageState {
  const { status, isOrderCanceled, attempt, session } = facts
  if (status === "paid") {
    return "paid"
  }
  if (isOrderCanceled || !OWED.includes(status)) {
    return "settled"
  }
  if (compare(openAmount(facts), "0") <= 0) {
    return "paid"
  }
  if (session === "in_doubt" || (attempt && IN_DOUBT.includes(attempt.status))) {
    return "processing"
  }
  return session === "requires_action" || (attempt?.status === "requires_action" && attempt.canConfirm)
    ? "action_required"
    : "open"
}

/** What is still to be paid; a payment that the account has not heard of counts at once. Never below zero. */
export const openAmount = ({ open, unheard }: Pick<PaymentPageFacts, "open" | "unheard">): Decimal =>
  max("0", subtract(open, max("0", unheard)))
