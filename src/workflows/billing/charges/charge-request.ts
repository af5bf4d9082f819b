import { collectorFor, readSavedMethod } from "../../../collectors"
import type { ChargeAttemptRecord, NewChargeAttempt } from "../../../modules/billing"
import { attemptOf, type RenewalCharge } from "../../../rules/billing"
import type { NewChargeSession } from "./charge-sessions"

/** The attempt of a charge; null if its provider or method cannot be charged off session. */
export function attemptFor(charge: RenewalCharge): NewChargeAttempt | null {
  const { payment_provider_id } = charge
  const canCharge = collectorFor(payment_provider_id).canChargeOffSession && readSavedMethod(charge.payment_method)
  return payment_provider_id && canCharge ? attemptOf(charge, payment_provider_id) : null
}

/**
 * The payment session of an attempt; null without a method to charge. It is the same one each time: Medusa deletes the
 * sessions of a collection that is marked as paid, and a request in doubt is sent again as it was.
 */
export function sessionFor(attempt: ChargeAttemptRecord, charge: RenewalCharge): NewChargeSession | null {
  const method = readSavedMethod(attempt.payment_method ?? charge.payment_method)
  if (!method) {
    return null
  }
  const { data, context } = collectorFor(attempt.payment_provider_id).chargeRequest(method, charge.customer)
  return {
    id: attempt.payment_session_id,
    payment_collection_id: charge.payment_collection_id,
    provider_id: attempt.payment_provider_id,
    amount: charge.order_total,
    currency_code: attempt.currency_code,
    data,
    context: { ...context },
  }
}
