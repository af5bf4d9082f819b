import type { LateFact } from "./contract"
import { stripeTaken } from "./stripe-amounts"

type Data = Record<string, unknown>

const isObject = (value: unknown): value is Data => typeof value === "object" && value !== null
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
const idOf = (value: unknown): string | null => (isObject(value) ? text(value.id) : text(value))

/**
 * Reasons of a dispute by which a bank returns a direct debit that was settled
 * (https://docs.stripe.com/disputes/categories, https://docs.stripe.com/payments/sepa-debit#failed-payments). Every other
 * one is the payer's.
 */
const RETURNS = new Set([
  "bank_cannot_process",
  "check_returned",
  "debit_not_authorized",
  "incorrect_account_details",
  "insufficient_funds",
])

/** Stripe takes the money when a dispute is opened; a mere inquiry (`warning_…`) takes none. */
const TAKEN = new Set(["charge.dispute.created", "charge.dispute.funds_withdrawn"])

/**
 * What an event of Stripe's says of a payment that was settled (https://docs.stripe.com/api/events/types). A return of a
 * direct debit is a dispute, too. It may come several times and in any order; the dispute's id makes it one.
 */
export function readStripeLateFact(event: Data): LateFact | null {
  const type = text(event.type) ?? ""
  const dispute = isObject(event.data) && isObject(event.data.object) ? event.data.object : {}
  const kind = dispute.object === "dispute" ? kindOf(type, dispute) : null
  const payment = idOf(dispute.payment_intent)
  const reference = text(dispute.id)
  if (!kind || !payment || !reference) {
    return null
  }
  const { amount, currency } = dispute
  const isAmount = typeof amount === "number" && Number.isInteger(amount) && typeof currency === "string"
  return {
    payment,
    reference,
    kind,
    code: text(dispute.reason),
    amount: isAmount ? stripeTaken(amount, currency) : null,
  }
}

function kindOf(type: string, { status, reason }: Data): LateFact["kind"] | null {
  if (type === "charge.dispute.funds_reinstated" || (type === "charge.dispute.closed" && status === "won")) {
    return "reinstated"
  }
  if (!TAKEN.has(type) || text(status)?.startsWith("warning_")) {
    return null
  }
  return RETURNS.has(String(reason)) ? "returned" : "disputed"
}
