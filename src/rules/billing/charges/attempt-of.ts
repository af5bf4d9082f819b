import type { ChargeStatus } from "../states"
import type { ChargeOutcome } from "../types"
import type { RenewalCharge } from "./charged-renewal"

/** The attempt that a charge asks for. All that it makes is named from renewal and number alone: it is made once. */
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

/** Whether it is still to be found out what came of an attempt. */
export const isOpenAttempt = ({ status }: { status: ChargeStatus }): boolean =>
  status === "started" || status === "unknown" || status === "requires_action"

/** An attempt that is finished says what came of it; an open one says that nobody knows. */
export const recordedOutcome = ({ status, reason }: { status: ChargeStatus; reason: string | null }): ChargeOutcome =>
  status === "started" ? { status: "unknown", reason } : { status, reason }
