import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, type ChargeAttemptRecord } from "../../../modules/billing"
import { isOpenAttempt, recordedOutcome, type ChargeOutcome, type RenewalCharge } from "../../../rules/billing"
import { limitConcurrency } from "./limit-concurrency"
import { readPayment } from "./charge-attempt"
import { CANNOT_CHARGE, chargeOpenAttempts, type Charging } from "./charge-open-attempts"
import { attemptFor } from "./charge-request"
import { ChargeSessions } from "./charge-sessions"

export type { RenewalCharge }

export interface RenewalChargeResult {
  renewal_id: string
  /** null: another process is charging it and records the outcome; or it must not be charged any more. */
  outcome: ChargeOutcome | null
  attempt_number: number
  session_id: string | null
  payment_id: string | null
  /** Medusa writes an order's transaction of a capture with `reference: "capture"` and this `reference_id`. */
  capture_id: string | null
}

/** Each list holds a connection of the pool while it is charged. */
const inTurn = limitConcurrency(2)

function toResult(
  { renewal_id, attempt_number }: RenewalCharge,
  outcome: ChargeOutcome | null,
  made?: { attempt: ChargeAttemptRecord; session: PaymentSessionDTO | undefined },
): RenewalChargeResult {
  const payment = made?.session?.payment
  return {
    renewal_id,
    outcome,
    attempt_number: made?.attempt.number ?? attempt_number,
    session_id: made?.session?.id ?? null,
    payment_id: payment?.id ?? null,
    capture_id: payment?.captures?.[0]?.id ?? null,
  }
}

async function chargeLocked(charging: Charging, charges: RenewalCharge[]): Promise<RenewalChargeResult[]> {
  const { billing, sessions } = charging
  const byRenewal = new Map(charges.map((one) => [one.renewal_id, one]))
  const wanted = charges.flatMap((one) => attemptFor(one) ?? [])
  const chargeable = new Set(wanted.map(({ renewal_id }) => renewal_id))
  const attempts = await billing.openChargeAttempts(wanted, [...byRenewal.keys()])
  const outcomes = await chargeOpenAttempts(charging, attempts.filter(isOpenAttempt), byRenewal)

  // A session with a payment in Medusa is paid, whatever the provider answered.
  const now = await sessions.read(attempts.map((attempt) => attempt.payment_session_id))
  const made = new Map(
    attempts.map((attempt) => {
      const session = now.get(attempt.payment_session_id)
      const outcome = readPayment(session) ?? outcomes.get(attempt.id) ?? recordedOutcome(attempt)
      return [attempt.renewal_id, { attempt, session, outcome }]
    }),
  )
  await billing.finishChargeAttempts(
    [...made.values()].flatMap(({ attempt, session, outcome }) =>
      isOpenAttempt(attempt) ? { id: attempt.id, outcome, payment_id: session?.payment?.id ?? null } : [],
    ),
  )
  return charges.map((one) => {
    const mine = made.get(one.renewal_id)
    return toResult(one, mine?.outcome ?? (chargeable.has(one.renewal_id) ? null : CANNOT_CHARGE), mine)
  })
}

/**
 * Charges renewals off session, each on its order's one payment collection. Safe to call again with the same list, in
 * any number of processes: an attempt is stored before the provider is called and always uses one idempotency key, and
 * an attempt of unknown outcome is reconciled before anything else is charged. The caller decides what the outcome does
 * to the renewal and its subscription (`settleCharge`).
 */
export async function chargeRenewals(
  container: MedusaContainer,
  charges: RenewalCharge[],
): Promise<RenewalChargeResult[]> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const sessions = new ChargeSessions(container.resolve(Modules.PAYMENT))
  const ids = charges.map(({ renewal_id }) => renewal_id)
  return inTurn(() =>
    billing.withRenewalsLocked(ids, async (free) => {
      const mine = charges.filter(({ renewal_id }) => free.has(renewal_id))
      const others = charges.filter(({ renewal_id }) => !free.has(renewal_id))
      return [...(await chargeLocked({ billing, sessions }, mine)), ...others.map((one) => toResult(one, null))]
    }),
  )
}
