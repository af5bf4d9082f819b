import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { readSessionStatus, type Collector } from "../../collectors"
import type { ChargeOutcome } from "../../rules/billing"
import type { ChargeSessions } from "./charge-sessions"

export interface ChargeTask {
  key: string
  /** By the database's clock; 0 for one that was made just now. */
  ageHours: number
  session: PaymentSessionDTO
  collector: Collector
}

const isExpired = ({ collector, ageHours }: ChargeTask): boolean =>
  collector.keyLifetimeHours !== null && ageHours > collector.keyLifetimeHours

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** What a session's own row says, where Medusa has made its payment already. */
export function readPayment(session: PaymentSessionDTO | undefined): ChargeOutcome | null {
  const payment = session?.payment
  return payment ? readSessionStatus(payment.captured_at ? "captured" : "authorized") : null
}

/** Sends the request, unless the provider's answer is kept already. null: go on and authorise. */
async function sendRequest(sessions: ChargeSessions, task: ChargeTask): Promise<ChargeOutcome | null> {
  const { collector, session, key } = task
  if (collector.hasReference(session.data)) {
    return null
  }
  if (isExpired(task)) {
    return { status: "unknown", reason: "key_expired" }
  }
  try {
    const answer = await sessions.initiate(session, key)
    const outcome = collector.readAnswer(answer)
    const isNamed = collector.hasReference(answer.data)
    if (isNamed) {
      await sessions.keep(session.id, answer)
    }
    return outcome.status === "paid" || (outcome.status === "unknown" && isNamed) ? null : outcome
  } catch (error) {
    return collector.readError(asError(error))
  }
}

/** Asks the provider how its payment stands, and makes Medusa's payment where it was captured. */
async function authorize(sessions: ChargeSessions, { collector, session, key }: ChargeTask): Promise<ChargeOutcome> {
  try {
    const payment = await sessions.authorize(session.id, key)
    return payment ? { status: "paid", reason: null } : { status: "unknown", reason: "pending_authorization" }
  } catch (error) {
    // The module throws for a decline, too, but has written how the session stands; a webhook may have been faster.
    const now = (await sessions.read([session.id])).get(session.id)
    const said = now ? collector.readAnswer({ status: now.status, data: now.data }) : null
    const isDecision = said !== null && said.status !== "paid" && said.status !== "unknown"
    return readPayment(now) ?? (isDecision ? said : { status: "unknown", reason: asError(error).message })
  }
}

/**
 * Makes one attempt, or finds out about one that was left in the dark: always the same request under the same key, so
 * that it does no harm to do it again. The caller holds the renewal's lock.
 */
export async function chargeAttempt(sessions: ChargeSessions, task: ChargeTask): Promise<ChargeOutcome> {
  return readPayment(task.session) ?? (await sendRequest(sessions, task)) ?? (await authorize(sessions, task))
}
