import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { executeWithConcurrency, MedusaError } from "@medusajs/framework/utils"
import { collectorFor, type ProviderAnswer } from "../../../collectors"
import type { BillingModuleService, ChargeAttemptRecord } from "../../../modules/billing"
import type { ChargeOutcome, RenewalCharge } from "../../../rules/billing"
import { authorizeAttempt, sendRequest, WITHDRAWN, withdrawAttempt, type ChargeTask } from "./charge-attempt"
import { sessionFor } from "./charge-request"
import type { ChargeSessions } from "./charge-sessions"

export interface Charging {
  billing: BillingModuleService
  sessions: ChargeSessions
  /** The renewals that still owe. An attempt of another one is only finished or withdrawn. */
  owed: ReadonlySet<string>
}

/** No request was sent, and none can be. */
export const CANNOT_CHARGE: ChargeOutcome = { status: "requires_action", reason: "no_chargeable_payment_method" }

type Charges = ReadonlyMap<string, RenewalCharge>

/** The session of each attempt, by id; missing ones are created. */
async function openSessions(
  { sessions }: Charging,
  attempts: ChargeAttemptRecord[],
  charges: Charges,
): Promise<Map<string, PaymentSessionDTO>> {
  const known = await sessions.read(attempts.map((attempt) => attempt.payment_session_id))
  const missing = attempts.flatMap((attempt) => {
    const charge = charges.get(attempt.renewal_id)
    return known.has(attempt.payment_session_id) || !charge ? [] : (sessionFor(attempt, charge) ?? [])
  })
  await sessions.create(missing)
  const made = await sessions.read(missing.map(({ id }) => id))
  return new Map([...known, ...made])
}

type Answers = Map<string, ProviderAnswer & { id: string }>

const TRIES = 3

const isNotFound = (error: unknown): boolean =>
  error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND

/**
 * Stores the provider's answers. Medusa may have deleted the session meanwhile, because the order was marked as paid; it may
 * do so between the look and the write, too: then it is looked at again.
 */
async function storeAnswers(
  charging: Charging,
  answers: Answers,
  asked: { attempts: ChargeAttemptRecord[]; charges: Charges },
): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await storeOnce(charging, answers, asked)
    } catch (error) {
      if (left === 1 || !isNotFound(error)) {
        throw error
      }
    }
  }
}

async function storeOnce(
  { sessions }: Charging,
  answers: Answers,
  { attempts, charges }: { attempts: ChargeAttemptRecord[]; charges: Charges },
): Promise<void> {
  const known = await sessions.read([...answers.values()].map(({ id }) => id))
  const deleted = attempts.flatMap((attempt) => {
    const charge = charges.get(attempt.renewal_id)
    const answer = answers.get(attempt.id)
    const session = charge && answer && !known.has(answer.id) ? sessionFor(attempt, charge) : null
    return session && answer ? [{ ...session, data: answer.data, status: answer.status }] : []
  })
  await sessions.create(deleted)
  await sessions.store([...answers.values()].filter(({ id }) => known.has(id)))
}

function taskOf(attempt: ChargeAttemptRecord, session: PaymentSessionDTO | undefined): [string, ChargeTask][] {
  const collector = collectorFor(attempt.payment_provider_id)
  const { idempotency_key: key, age_hours: ageHours, amount } = attempt
  return session ? [[attempt.id, { key, ageHours, amount, collector, session }]] : []
}

/** Runs one call per task, a few at once. Calls that failed on our side are left out: their attempts stay open. */
async function forEach<Result>(
  { billing }: Charging,
  tasks: Map<string, ChargeTask>,
  call: (task: ChargeTask) => Promise<Result>,
): Promise<Map<string, Result>> {
  const results = new Map<string, Result>()
  const calls = [...tasks].map(([id, task]) => async () => {
    results.set(id, await call(task))
  })
  const ends = await executeWithConcurrency(calls, billing.options.chargeConcurrency)
  const failed = ends.find((end): end is PromiseRejectedResult => end.status === "rejected")
  if (failed && !results.size) {
    throw failed.reason
  }
  return results
}

/**
 * Attempts of renewals that owe nothing any more and are not to be charged for it: one of which nothing was ever sent, and
 * one that waits for the customer. The latter is ended at the provider; Medusa has done so where it deleted the session, as
 * it does when an order is marked as paid.
 */
async function withdrawnUnasked(
  { sessions, owed }: Charging,
  attempts: ChargeAttemptRecord[],
): Promise<Map<string, ChargeOutcome>> {
  const unowed = attempts.filter(({ renewal_id }) => !owed.has(renewal_id))
  const outcomes = new Map(unowed.filter(({ sent_at }) => sent_at === null).map(({ id }) => [id, WITHDRAWN]))
  const waiting = unowed.filter(({ id, status }) => status === "requires_action" && !outcomes.has(id))
  const known = await sessions.read(waiting.map((attempt) => attempt.payment_session_id))
  for (const { id, payment_session_id } of waiting) {
    outcomes.set(id, known.has(payment_session_id) ? await withdrawAttempt(sessions, payment_session_id) : WITHDRAWN)
  }
  return outcomes
}

/** Withdraws what still waits for the customer of a renewal that owes nothing any more. */
async function withdrawUnowed(
  charging: Charging,
  tasks: Map<string, ChargeTask>,
  { attempts, outcomes }: { attempts: ChargeAttemptRecord[]; outcomes: Map<string, ChargeOutcome> },
): Promise<Map<string, ChargeOutcome>> {
  const waits = attempts.filter(
    ({ id, renewal_id }) => !charging.owed.has(renewal_id) && outcomes.get(id)?.status === "requires_action",
  )
  const ids = new Set(waits.map(({ id }) => id))
  const asked = new Map([...tasks].filter(([id]) => ids.has(id)))
  return forEach(charging, asked, ({ session }) => withdrawAttempt(charging.sessions, session.id))
}

/**
 * The outcome of each open attempt, by id: first sends every request, then creates every payment. A request that may have
 * reached the provider is repeated though nothing is owed any more: only so its outcome is known, and can be undone.
 */
export async function chargeOpenAttempts(
  charging: Charging,
  attempts: ChargeAttemptRecord[],
  charges: Charges,
): Promise<Map<string, ChargeOutcome>> {
  const { sessions, billing } = charging
  const unasked = await withdrawnUnasked(charging, attempts)
  const asked = attempts.filter(({ id }) => !unasked.has(id))
  const opened = await openSessions(charging, asked, charges)
  const tasks = new Map(asked.flatMap((attempt) => taskOf(attempt, opened.get(attempt.payment_session_id))))
  await billing.markAttemptsSent([...tasks.keys()])
  const sent = await forEach(charging, tasks, (task) => sendRequest(sessions, task))
  const answers = new Map([...sent].flatMap(([id, { answer }]) => (answer ? [[id, answer] as const] : [])))
  await storeAnswers(charging, answers, { attempts: asked, charges })
  const undecided = new Map([...tasks].filter(([id]) => sent.get(id)?.outcome === null))
  const made = await forEach(charging, undecided, (task) => authorizeAttempt(sessions, task))
  const outcomes = new Map(
    asked.flatMap(({ id }) => {
      const outcome = tasks.has(id) ? (made.get(id) ?? sent.get(id)?.outcome) : CANNOT_CHARGE
      return outcome ? [[id, outcome] as const] : []
    }),
  )
  const withdrawn = await withdrawUnowed(charging, tasks, { attempts: asked, outcomes })
  return new Map([...outcomes, ...unasked, ...withdrawn])
}
