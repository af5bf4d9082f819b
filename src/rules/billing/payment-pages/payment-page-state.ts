import { compare, max, subtract, type Decimal } from "../../money"
import type { ChargeStatus, InvoicePaymentStatus, PaymentPageState } from "../states"

/** How an invoice stands, as its payment page asks for it. Amounts in major units. */
export interface PaymentPageFacts {
  isOrderCanceled: boolean
  status: InvoicePaymentStatus
  total: Decimal
  paid: Decimal
  /** What payments of the order have taken and kept, whether the invoice has heard of it or not. */
  captured: Decimal
  /** The billing run's open attempt to charge; null: none. `canConfirm`: the customer can confirm it on the page. */
  attempt: { status: ChargeStatus; canConfirm: boolean } | null
  /** A payment begun on the page of which the provider has not said what came of it; null: none. */
  session: "in_doubt" | "requires_action" | "waits" | null
}

/** Invoices that still ask for money. Every other one is paid, or owes nothing for another reason. */
const ASKS: readonly string[] = ["open", "partly_paid"]
/** The provider may have taken the money: nothing else may begin. */
const IN_DOUBT: readonly string[] = ["started", "unknown", "processing"]

/** What the customer finds. An attempt that only they can confirm comes before a payment of another kind. */
export function paymentPageState(facts: PaymentPageFacts): PaymentPageState {
  const { status, isOrderCanceled, attempt, session } = facts
  if (status === "paid") {
    return "paid"
  }
  if (isOrderCanceled || !ASKS.includes(status)) {
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

/** What is still to be paid; a payment that the invoice has not heard of counts at once. Never below zero. */
export const openAmount = ({ total, paid, captured }: Pick<PaymentPageFacts, "total" | "paid" | "captured">): Decimal =>
  max("0", subtract(total, max(paid, captured)))
