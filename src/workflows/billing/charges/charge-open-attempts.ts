import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { executeWithConcurrency } from "@medusajs/framework/utils"
import { collectorFor } from "../../../collectors"
import type { BillingModuleService, ChargeAttemptRecord } from "../../../modules/billing"
import type { ChargeOutcome, RenewalCharge } from "../../../rules/billing"
import { authorizeAttempt, sendRequest, type ChargeTask } from "./charge-attempt"
import { sessionFor } from "./charge-request"
import type { ChargeSessions } from "./charge-sessions"

export interface Charging {
  billing: BillingModuleService
  sessions: ChargeSessions
}

/** No request was sent, and none can be. */
export const CANNOT_CHARGE: ChargeOutcome = { status: "requires_action", reason: "no_chargeable_payment_method" }

/** The session of each attempt, by id; missing ones are created. */
async function openSessions(
  { sessions }: Charging,
  attempts: ChargeAttemptRecord[],
  charges: Map<string, RenewalCharge>,
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

function taskOf(attempt: ChargeAttemptRecord, session: PaymentSessionDTO | undefined): [string, ChargeTask][] {
  const collector = collectorFor(attempt.payment_provider_id)
  const task = { key: attempt.idempotency_key, ageHours: attempt.age_hours, collector }
  return session ? [[attempt.id, { ...task, session }]] : []
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

/** The outcome of each open attempt, by id: first sends every request, then creates every payment. */
export async function chargeOpenAttempts(
  charging: Charging,
  attempts: ChargeAttemptRecord[],
  charges: Map<string, RenewalCharge>,
): Promise<Map<string, ChargeOutcome>> {
  const { sessions } = charging
  const opened = await openSessions(charging, attempts, charges)
  const tasks = new Map(attempts.flatMap((attempt) => taskOf(attempt, opened.get(attempt.payment_session_id))))
  const sent = await forEach(charging, tasks, (task) => sendRequest(sessions, task))
  await sessions.store([...sent.values()].flatMap(({ answer }) => answer ?? []))
  const undecided = new Map([...tasks].filter(([id]) => sent.get(id)?.outcome === null))
  const made = await forEach(charging, undecided, (task) => authorizeAttempt(sessions, task))
  return new Map(
    attempts.flatMap(({ id }) => {
      const outcome = tasks.has(id) ? (made.get(id) ?? sent.get(id)?.outcome) : CANNOT_CHARGE
      return outcome ? [[id, outcome] as const] : []
    }),
  )
}
