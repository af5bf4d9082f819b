import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { collectorFor } from "../../../collectors"
import type { CivilDate } from "../../../rules/calendar"
import { authorizeAttempt } from "../charges/charge-attempt"
import type { ChargeSessions } from "../charges/charge-sessions"
import { followOrder } from "../accounts/follow-order"
import { captureOnce } from "./capture-once"
import { asFormSession, type BegunPayment } from "./page-sessions"

/**
 * What came of it. `opened`: the provider's form waits for the customer; `declined`: nothing was taken; `unavailable`: the
 * provider could not be asked, and nothing was taken; `processing`: it is not known yet; `nothing_owed`: it was not to be paid.
 */
export interface PagePayment {
  outcome: "paid" | "opened" | "declined" | "unavailable" | "action_required" | "processing" | "nothing_owed"
  /** The provider's code or message. */
  reason: string | null
}

export const outcomeOf = (outcome: PagePayment["outcome"], reason: string | null = null): PagePayment => ({
  outcome,
  reason,
})

/** Whose payment it is. The caller holds the invoice's lock. */
export interface PagePaying {
  container: MedusaContainer
  sessions: ChargeSessions
  order_id: string
  as_of: CivilDate
}

/** Asks the provider what became of a payment, and settles it where it was paid. */
export async function askPagePayment(paying: PagePaying, { session, form }: BegunPayment): Promise<PagePayment> {
  const { sessions } = paying
  const collector = collectorFor(session.provider_id)
  const outcome = await authorizeAttempt(sessions, {
    key: session.id,
    ageHours: 0,
    amount: String(session.amount),
    session,
    collector,
  })
  const now = (await sessions.read([session.id])).get(session.id)
  if (outcome.status === "paid" && now) {
    await finishPagePayment(paying, now)
    return outcomeOf("paid")
  }
  if (outcome.status === "requires_action") {
    return outcomeOf("action_required", outcome.reason)
  }
  if (outcome.status === "soft_declined" || outcome.status === "hard_declined") {
    return outcomeOf("declined", outcome.reason)
  }
  const state = now ? form.stateOf(asFormSession(now)) : "failed"
  return state === "waits" ? outcomeOf("opened") : outcomeOf("processing", outcome.reason)
}

/** Ends a payment that waits for the customer, as another one is to begin. Where that fails, it may have been paid just now. */
export async function withdrawPagePayment(paying: PagePaying, payment: BegunPayment): Promise<PagePayment | null> {
  try {
    await paying.sessions.withdraw(payment.session.id)
    return null
  } catch {
    return askPagePayment(paying, payment)
  }
}

/**
 * Ends the payments that customers have begun, as the invoice was paid otherwise or is to be charged now: what only waits is
 * withdrawn, and of what may have taken money the provider is asked. Answers what is left: nothing else may be charged beside
 * one that is processing.
 */
export async function endPagePayments(paying: PagePaying, begun: readonly BegunPayment[]): Promise<PagePayment[]> {
  const left: PagePayment[] = []
  for (const payment of begun) {
    const isAsked = payment.state === "in_doubt"
    const answer = isAsked ? await askPagePayment(paying, payment) : await withdrawPagePayment(paying, payment)
    left.push(...(answer ? [answer] : []))
  }
  return left
}

/** Captures a payment where its provider has not, writes the money into the order, and settles invoice and subscription. */
export async function finishPagePayment(
  { container, order_id, as_of }: PagePaying,
  session: PaymentSessionDTO,
): Promise<void> {
  if (session.payment) {
    await captureOnce(container, { order_id, payment_id: session.payment.id })
  }
  // The invoice says paid when the page does: it is not left to the event of the capture.
  await followOrder(container, { order_id, cause: "paid", as_of })
}
