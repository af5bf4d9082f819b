import { isPaidEnough } from "./is-paid-enough"
import type { SubscriptionStatus } from "../states"
import type { ActivateOn, FirstPayment, OnFullRefund } from "../types"

export type FirstPaymentDecision =
  | { kind: "activate"; to: "active" | "trialing" }
  | { kind: "cancel"; reason: "first_payment_canceled" | "first_order_refunded" }
  | { kind: "keep" }

export interface FirstPaymentFacts {
  status: SubscriptionStatus
  payment: FirstPayment
  activateOn: ActivateOn
  onFullRefund: OnFullRefund
  /** Whether its trial is still running. */
  inTrial: boolean
}

/** What the state of the first order's payment does to its subscription (B20). Applying it again changes nothing. */
export function onFirstPayment(facts: FirstPaymentFacts): FirstPaymentDecision {
  const { status, payment } = facts
  if (status === "canceled" || status === "expired") {
    return { kind: "keep" }
  }
  if (payment === "canceled") {
    return { kind: "cancel", reason: "first_payment_canceled" }
  }
  if (payment === "refunded" && facts.onFullRefund === "cancel") {
    return { kind: "cancel", reason: "first_order_refunded" }
  }
  const isPaid = payment === "refunded" || isPaidEnough(payment, facts.activateOn)
  return status === "pending" && isPaid
    ? { kind: "activate", to: facts.inTrial ? "trialing" : "active" }
    : { kind: "keep" }
}
