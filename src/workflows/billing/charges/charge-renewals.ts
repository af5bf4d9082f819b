import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChargeAttemptRecord,
  ordersOfCharges,
} from "../../../modules/billing"
import {
  isOpenAttempt,
  isOwed,
  recordedOutcome,
  type ChargedRenewal,
  type ChargeOutcome,
  type RenewalCharge,
} from "../../../rules/billing"
import { collectorFor, readSavedMethod } from "../../../collectors"
import { limitConcurrency } from "./limit-concurrency"
import { readPayment, WITHDRAWN, withdrawAttempt } from "./charge-attempt"
import { CANNOT_CHARGE, chargeOpenAttempts, type Charging } from "./charge-open-attempts"
import { attemptFor } from "./charge-request"
import { ChargeSessions } from "./charge-sessions"
import { endPagePaymentsOf } from "./end-page-payments"
import { returnUnowed, standingOf } from "./return-unowed"

export type { RenewalCharge }

export interface RenewalChargeResult extends Omit<ChargedRenewal, "renewal"> {
  renewal_id: string
  /** Another process is charging it, and records what comes of it. */
  is_busy: boolean
  attempt_number: number
  session_id: string | null
  payment_id: string | null
  capture_id: string | null
}

/** Each list holds a connection of the pool while it is charged. */
const inTurn = limitConcurrency(2)

interface Made {
  attempt: ChargeAttemptRecord
  session: PaymentSessionDTO | undefined
  outcome: ChargeOutcome
}

type Settled = Pick<ChargedRenewal, "order" | "moved" | "keeps">

const UNTOUCHED: Settled = { order: { isCanceled: false, isPaid: false }, moved: [], keeps: false }

function toResult(
  { renewal_id, attempt_number }: RenewalCharge,
  { outcome, made, settled }: { outcome: ChargeOutcome | null; made?: Made | undefined; settled?: Settled | undefined },
): RenewalChargeResult {
  const payment = made?.session?.payment
  return {
    ...(settled ?? UNTOUCHED),
    renewal_id,
    is_busy: settled === undefined,
    outcome,
    attempt: made ? { number: made.attempt.number, was: made.attempt.status } : null,
    attempt_number: made?.attempt.number ?? attempt_number,
    session_id: made?.session?.id ?? null,
    payment_id: payment?.id ?? null,
    capture_id: payment?.captures?.[0]?.id ?? null,
  }
}

/** The provider's own id of the payment, where it has named one. */
function referenceOf(
  { payment_provider_id }: ChargeAttemptRecord,
  session: PaymentSessionDTO | undefined,
): string | null {
  const data = session?.data ?? {}
  return collectorFor(payment_provider_id).hasReference(data) && typeof data.id === "string" ? data.id : null
}

/**
 * Withdraws attempts that wait for the customer to confirm a method which is no longer the one to charge: nobody confirms
 * them later, and the new method is charged by an attempt of its own.
 */
async function withdrawSuperseded({ billing, sessions, owed }: Charging, charges: RenewalCharge[]): Promise<void> {
  const again = charges.filter(({ renewal_id, attempt_number }) => attempt_number > 1 && owed.has(renewal_id))
  const methodOf = new Map(again.map((charge) => [charge.renewal_id, readSavedMethod(charge.payment_method)?.id]))
  const waiting = await billing.attemptsToConfirm([...methodOf.keys()])
  for (const { id, renewal_id, payment_method, payment_session_id } of waiting) {
    const method = methodOf.get(renewal_id)
    if (method !== undefined && method !== readSavedMethod(payment_method)?.id) {
      const known = await sessions.read([payment_session_id])
      const outcome = known.size ? await withdrawAttempt(sessions, payment_session_id) : WITHDRAWN
      await billing.finishChargeAttempts([{ id, outcome, payment_id: null, provider_reference: null }])
    }
  }
}

/** The current attempt of each renewal with its outcome, by renewal: new ones where it owes, open ones in any case. */
async function makeAttempts(charging: Charging, charges: RenewalCharge[]): Promise<Map<string, Made>> {
  const { billing, sessions, owed } = charging
  const byRenewal = new Map(charges.map((one) => [one.renewal_id, one]))
  const wanted = charges.filter(({ renewal_id }) => owed.has(renewal_id)).flatMap((one) => attemptFor(one) ?? [])
  await withdrawSuperseded(charging, charges)
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
      isOpenAttempt(attempt)
        ? {
            id: attempt.id,
            outcome,
            payment_id: session?.payment?.id ?? null,
            provider_reference: referenceOf(attempt, session),
          }
        : [],
    ),
  )
  return made
}

/** The charges that are owed, once what their customers have begun on payment pages was ended. */
async function owingOf(
  { container, billing, sessions }: Locked,
  charges: RenewalCharge[],
): Promise<{ owing: RenewalCharge[]; held: Map<string, ChargeOutcome> }> {
  const { knex } = billing.db
  const owed = async (asked: RenewalCharge[]) => {
    const orders = await ordersOfCharges(knex, asked)
    return asked.filter(({ renewal_id }) => isOwed(standingOf(orders.get(renewal_id))))
  }
  const before = await owed(charges)
  const { isAny, held } = await endPagePaymentsOf({ container, sessions }, before)
  const owing = (isAny ? await owed(before) : before).filter(({ renewal_id }) => !held.has(renewal_id))
  return { owing, held }
}

/** What the page may still take is asked about first, unless an attempt of the run's own may have taken money. */
function withHeld(own: ChargeOutcome | undefined, held: ChargeOutcome | undefined): ChargeOutcome | undefined {
  return own?.status === "paid" || own?.status === "unknown" ? own : (held ?? own)
}

interface Locked extends Omit<Charging, "owed"> {
  container: MedusaContainer
}

async function chargeLocked(locked: Locked, charges: RenewalCharge[]): Promise<RenewalChargeResult[]> {
  const { billing, sessions } = locked
  const { knex } = billing.db
  const { owing, held } = await owingOf(locked, charges)
  const owed = new Set(owing.map(({ renewal_id }) => renewal_id))
  const made = await makeAttempts({ billing, sessions, owed }, charges)
  // Read again: an order may be canceled or marked as paid while the provider is asked.
  const settled = await returnUnowed({ knex, sessions }, charges)
  const chargeable = new Set(owing.filter((one) => attemptFor(one) !== null).map(({ renewal_id }) => renewal_id))
  return charges.map((one) => {
    const mine = made.get(one.renewal_id)
    const cannot = owed.has(one.renewal_id) && !chargeable.has(one.renewal_id) ? CANNOT_CHARGE : null
    return toResult(one, {
      outcome: withHeld(mine?.outcome, held.get(one.renewal_id)) ?? cannot,
      made: mine,
      settled: settled.get(one.renewal_id) ?? UNTOUCHED,
    })
  })
}

/**
 * Charges renewals off session, each on its order's one payment collection. Safe to call again with the same list, in
 * any number of processes: an attempt is stored before the provider is called and always uses one idempotency key, and
 * an attempt of unknown outcome is reconciled before anything else is charged. A canceled or paid order is charged no
 * more; what its card gave all the same is given back. The caller decides what it all does to the renewal and its
 * subscription (`settlingFact`, `settleCharge`).
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
      const charged = await chargeLocked({ container, billing, sessions }, mine)
      return [...charged, ...others.map((one) => toResult(one, { outcome: null }))]
    }),
  )
}
