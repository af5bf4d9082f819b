import { collectorFor, readSavedMethod } from "../../../collectors"
import type { ChargeAttemptRecord, NewChargeAttempt } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { Decimal } from "../../../rules/money"
import type { NewChargeSession } from "./charge-sessions"

/** A renewal that is to be collected. `amount` is the payable total in major units, above zero. */
export interface RenewalCharge {
  renewal_id: string
  subscription_id: string
  attempt_number: number
  amount: Decimal
  currency_code: string
  payment_collection_id: string
  payment_provider_id: string | null
  /** What the collector remembered (`rememberMethod`). */
  payment_method: Record<string, unknown> | null
  customer: { id: string; email: string } | null
  as_of: CivilDate
}

/**
 * The attempt that a charge asks for; null where its provider or method cannot be charged while the customer is away.
 * Everything that it makes is named from renewal and number alone.
 */
export function attemptFor(charge: RenewalCharge): NewChargeAttempt | null {
  const { renewal_id, attempt_number, payment_provider_id } = charge
  const canCharge = collectorFor(payment_provider_id).canChargeOffSession && readSavedMethod(charge.payment_method)
  if (!payment_provider_id || !canCharge) {
    return null
  }
  const name = `${renewal_id.replace(/^bren_/, "")}_${attempt_number}`
  return {
    id: `bcha_${name}`,
    renewal_id,
    subscription_id: charge.subscription_id,
    number: attempt_number,
    idempotency_key: `msc-${renewal_id}-${attempt_number}`,
    amount: charge.amount,
    currency_code: charge.currency_code,
    payment_provider_id,
    payment_session_id: `payses_${name}`,
    as_of: charge.as_of,
  }
}

/** The session that carries the request of an attempt for which nothing was sent yet; null without a method to charge. */
export function sessionFor(attempt: ChargeAttemptRecord, charge: RenewalCharge): NewChargeSession | null {
  const method = readSavedMethod(charge.payment_method)
  if (!method) {
    return null
  }
  const { data, context } = collectorFor(attempt.payment_provider_id).chargeRequest(method, charge.customer)
  return {
    id: attempt.payment_session_id,
    payment_collection_id: charge.payment_collection_id,
    provider_id: attempt.payment_provider_id,
    amount: attempt.amount,
    currency_code: attempt.currency_code,
    data,
    context: { ...context },
  }
}
