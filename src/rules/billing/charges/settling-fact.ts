import type { ChargeStatus } from "../states"
import type { ChargeOutcome } from "../types"
import { isOpenAttempt } from "./is-open-attempt"

/** What an order says of its renewal, whatever came of its charges. */
export interface OrderStanding {
  isCanceled: boolean
  /** The whole was received, by a charge, by the customer or marked by hand. */
  isPaid: boolean
}

/** What settles a renewal: the outcome of its charge, or its order. */
export type SettlingFact = ChargeOutcome | { status: "order_canceled"; reason: "order_canceled" }

/**
 * The fact that settles a renewal; null: nothing does yet. The order counts before the charge: a canceled one owes
 * nothing, a paid one owes nothing more. A withdrawn charge says nothing by itself.
 */
export function settlingFact(order: OrderStanding, outcome: ChargeOutcome | null): SettlingFact | null {
  if (order.isCanceled) {
    return { status: "order_canceled", reason: "order_canceled" }
  }
  if (order.isPaid) {
    return { status: "paid", reason: null }
  }
  return outcome?.status === "withdrawn" ? null : outcome
}

/** Whether a renewal may be charged at all. Only one that waits for its money. */
export const isOwed = (order: OrderStanding | undefined): boolean => !order?.isCanceled && !order?.isPaid

/**
 * Whether the provider has to be asked again: the outcome is in doubt, or money that the order does not owe is still to
 * be given back. A person has decided where the order is settled and the provider no longer knows the attempt's key.
 */
export function isAskedAgain(
  order: OrderStanding,
  { outcome, keeps }: { outcome: ChargeOutcome | null; keeps: boolean },
): boolean {
  if (keeps) {
    return true
  }
  if (outcome?.status === "processing") {
    return true
  }
  return outcome?.status === "unknown" && (isOwed(order) || outcome.reason !== KEY_EXPIRED)
}

/**
 * Whether a run has to ask the provider about a renewal that its order has settled: an attempt may still take money, or has
 * taken what a canceled order does not owe.
 */
export const isLeftToAsk = (
  order: OrderStanding,
  attempts: readonly { status: ChargeStatus; reason: string | null }[],
): boolean =>
  attempts.some(
    (attempt) =>
      (isOpenAttempt(attempt) && attempt.reason !== KEY_EXPIRED) || (order.isCanceled && attempt.status === "paid"),
  )

/** The reason of an attempt in doubt that is too old to be sent again. */
export const KEY_EXPIRED = "key_expired"
