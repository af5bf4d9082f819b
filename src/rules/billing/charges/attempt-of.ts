import type { ChargeStatus } from "../states"
import type { ChargeOutcome } from "../types"
import type { RenewalCharge } from "./charged-renewal"

/** The attempt of a charge. All its ids derive from renewal and number, so it is created once. */
export function attemptOf(charge: RenewalCharge, providerId: string) {
  const { renewal_id, attempt_number } = charge
  const name = `${renewal_id.replace(/^bren_/, "")}_${attempt_number}`
  return {
    id: `bcha_${name}`,
    renewal_id,
    subscription_id: charge.subscription_id,
    number: attempt_number,
    idempotency_key: `msc-${renewal_id}-${attempt_number}`,
    amount: charge.amount,
    currency_code: charge.currency_code,
    payment_provider_id: providerId,
    payment_session_id: `payses_${name}`,
    payment_method: charge.payment_method,
    as_of: charge.as_of,
  }
}

/** The stored outcome of a finished attempt; `unknown` for an open one. What was given or taken back had been paid. */
export function recordedOutcome({ status, reason }: { status: ChargeStatus; reason: string | null }): ChargeOutcome {
  if (status === "returned" || status === "reversed") {
    return { status: "paid", reason }
  }
  return { status: status === "started" ? "unknown" : status, reason }
}
