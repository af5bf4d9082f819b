import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { setTimeout as sleep } from "timers/promises"
import { recordCharge, type DemoCharge, type DemoChargeRequest } from "./ledger"
import type { DemoSessionData } from "./session-data"
import { saveMethod } from "./vault"

/** The method that a new card becomes where it is to be saved; derived, so that a replay names the same one. */
function methodOf(session: DemoSessionData, key: string): string | null {
  if (session.payment_method) {
    return session.payment_method
  }
  return session.setup_future_usage === "off_session" && session.account_holder_id ? `dpm_${key}` : null
}

/**
 * Charges a session under a key, as its switch says. The same key answers the same again; with another request it is
 * refused, as Stripe refuses it.
 *
 * @throws MedusaError where the answer is withheld (`timeout_after_capture`): the money is taken all the same.
 */
export async function takeCharge(knex: Knex, session: DemoSessionData, key: string): Promise<DemoCharge> {
  const request: DemoChargeRequest = {
    idempotencyKey: key,
    sessionId: session.session_id ?? null,
    accountHolderId: session.account_holder_id ?? null,
    paymentMethodId: methodOf(session, key),
    isSavedMethod: Boolean(session.payment_method),
    amount: session.amount ?? "0",
    currencyCode: session.currency_code ?? "",
    manualCapture: session.capture === "manual",
  }
  const charge = await recordCharge(knex, request)
  if (charge.request !== JSON.stringify(request)) {
    const reason = `idempotency_error: the key ${key} was used for another charge before`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)
  }
  const isNewMethod = !request.isSavedMethod && request.paymentMethodId && charge.status !== "declined"
  if (isNewMethod && request.paymentMethodId && request.accountHolderId) {
    const method = { id: request.paymentMethodId, account_holder_id: request.accountHolderId }
    await saveMethod(knex, { ...method, brand: "demo", last4: "4242" })
  }
  if (charge.behaviour === "slow" && charge.delay_ms > 0) {
    await sleep(charge.delay_ms)
  }
  if (charge.behaviour === "timeout_after_capture" && charge.times_asked === 1) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The demo provider did not answer in time")
  }
  return charge
}
