import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { readSessionStatus, type Collector, type ProviderAnswer } from "../../../collectors"
import { KEY_EXPIRED, type ChargeOutcome } from "../../../rules/billing"
import type { Decimal } from "../../../rules/money"
import type { ChargeSessions } from "./charge-sessions"

/** An attempt to charge, or one of unknown outcome to reconcile. The caller holds the renewal's lock. */
export interface ChargeTask {
  key: string
  /** By the database's clock; 0 for one that was made just now. */
  ageHours: number
  /** What the provider is to take. */
  amount: Decimal
  session: PaymentSessionDTO
  collector: Collector
}

export interface Sent {
  /** null: the provider has a payment; authorising it returns its state. */
  outcome: ChargeOutcome | null
  /** The provider's answer to store, so that later calls ask about this payment. */
  answer: (ProviderAnswer & { id: string }) | null
}

const isExpired = ({ collector, ageHours }: ChargeTask): boolean =>
  collector.keyLifetimeHours !== null && ageHours > collector.keyLifetimeHours

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const settled = (outcome: ChargeOutcome | null): Sent => ({ outcome, answer: null })

/** The outcome by the session's row, if Medusa has created its payment already. */
export function readPayment(session: PaymentSessionDTO | undefined): ChargeOutcome | null {
  const payment = session?.payment
  return payment ? readSessionStatus(payment.captured_at ? "captured" : "authorized") : null
}

/** Sends the request under the attempt's key, unless an answer is stored already. Repeating it is safe. */
export async function sendRequest(sessions: ChargeSessions, task: ChargeTask): Promise<Sent> {
  const { collector, session, key, amount } = task
  const paid = readPayment(session)
  if (paid || collector.hasReference(session.data)) {
    return settled(paid)
  }
  if (isExpired(task)) {
    return settled({ status: "unknown", reason: KEY_EXPIRED })
  }
  try {
    const answer = await sessions.initiate(session, { key, amount })
    const outcome = collector.readAnswer(answer)
    if (!collector.hasReference(answer.data)) {
      return settled(outcome.status === "paid" ? { status: "unknown", reason: "answer_without_reference" } : outcome)
    }
    const isDecided = outcome.status !== "paid" && outcome.status !== "unknown"
    return { outcome: isDecided ? outcome : null, answer: { id: session.id, ...answer } }
  } catch (error) {
    return settled(collector.readError(toError(error)))
  }
}

/** Asks the provider for the payment's state, and creates Medusa's payment if it was captured. */
export async function authorizeAttempt(
  sessions: ChargeSessions,
  { collector, session, key }: ChargeTask,
): Promise<ChargeOutcome> {
  try {
    const payment = await sessions.authorize(session.id, key)
    return payment ? { status: "paid", reason: null } : await waitingOutcome(sessions, { collector, session })
  } catch (error) {
    // The module throws for a decline, too, after storing the session's state; a webhook may have come first.
    const now = (await sessions.read([session.id])).get(session.id)
    const answer = now ? collector.readAnswer({ status: now.status, data: now.data }) : null
    const isDecision = answer !== null && answer.status !== "paid" && answer.status !== "unknown"
    return readPayment(now) ?? (isDecision ? answer : { status: "unknown", reason: toError(error).message })
  }
}

/** The provider has not decided: a bank may take days, as the session's data says. */
async function waitingOutcome(
  sessions: ChargeSessions,
  { collector, session }: Pick<ChargeTask, "collector" | "session">,
): Promise<ChargeOutcome> {
  const now = (await sessions.read([session.id])).get(session.id)
  const answer = now && collector.readAnswer({ status: now.status, data: now.data })
  return answer?.status === "processing" ? answer : { status: "unknown", reason: "pending_authorization" }
}

/**
 * Withdraws an attempt that waits for the customer though nothing is owed any more, so that nobody confirms it later.
 * Where the provider refuses, the outcome is in doubt again: it may have been paid just now.
 */
export async function withdrawAttempt(sessions: ChargeSessions, sessionId: string): Promise<ChargeOutcome> {
  try {
    await sessions.withdraw(sessionId)
    return WITHDRAWN
  } catch (error) {
    return { status: "unknown", reason: toError(error).message }
  }
}

/** Nothing was taken by the attempt, and nothing will be. */
export const WITHDRAWN: ChargeOutcome = { status: "withdrawn", reason: null }
