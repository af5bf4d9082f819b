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
    as_of: charge.as_of,
  }
}

/** Whether an attempt's outcome is still unknown. */
export const isOpenAttempt = ({ status }: { status: ChargeStatus }): boolean =>
  status === "started" || status === "unknown" || status === "requires_action"

/** The stored outcome of a finished attempt; `unknown` for an open one. */
export const recordedOutcome = ({ status, reason }: { status: ChargeStatus; reason: string | null }): ChargeOutcome =>
  status === "started" ? { status: "unknown", reason } : { status, reason }
