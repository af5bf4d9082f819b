import type { Collector, SavedMethod } from "./contract"
import { readSessionStatus } from "./read-session-status"
import { stripeAmount, stripeTaken } from "./stripe-amounts"
import { readStripeLateFact } from "./stripe-disputes"
import { readStripeDecline } from "./stripe-declines"

type Data = Record<string, unknown>

const isObject = (value: unknown): value is Data => typeof value === "object" && value !== null
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
/** Stripe sends an object's id, or the object itself where it was expanded. */
const idOf = (value: unknown): string | null => (isObject(value) ? text(value.id) : text(value))

/** Payment methods that pay once and cannot be charged again; the saved form of some of them is not in the session. */
const SINGLE_USE = new Set(["bancontact", "blik", "boleto", "eps", "giropay", "ideal", "multibanco", "oxxo", "p24"])

/** The customer is absent, so the payment must not redirect. */
const NO_REDIRECT = { automatic_payment_methods: { enabled: true, allow_redirects: "never" } }

/**
 * Errors of Stripe's that come before anything is charged and come again each time. The provider throws its message
 * alone, without type or code, so they are known by Stripe's documented wording.
 */
const NEVER_CHARGED = new RegExp(
  [
    "no such (payment_?method|customer|source)",
    "does not belong to the customer",
    "may not be used again",
    "amount must (be at least|be no more than|convert to at least)",
    "invalid currency",
    "currency provided .* is invalid for",
    "does not support the currency",
  ].join("|"),
  "i",
)

/** Stripe's `exp_month` and `exp_year`, of cards. */
function expiryOf({ exp_month, exp_year }: Data): { expires?: string } {
  const isMonth = typeof exp_month === "number" && exp_month >= 1 && exp_month <= 12 && Number.isInteger(exp_month)
  const isYear = typeof exp_year === "number" && exp_year >= 1000 && exp_year <= 9999 && Number.isInteger(exp_year)
  return isMonth && isYear ? { expires: `${exp_year}-${String(exp_month).padStart(2, "0")}` } : {}
}

function toMethod(method: unknown, customer: string | null): SavedMethod | null {
  const id = idOf(method)
  if (!id || !customer) {
    return null
  }
  const type = isObject(method) ? text(method.type) : null
  if (type && SINGLE_USE.has(type)) {
    return null
  }
  const details = isObject(method) && type && isObject(method[type]) ? method[type] : {}
  const brand = text(details.brand) ?? type
  return { id, account_holder_id: customer, brand, last4: text(details.last4), ...expiryOf(details) }
}

/**
 * For Stripe's official provider, `@medusajs/payment-stripe` (`pp_stripe_…`). The session's `data` keys are those that the
 * provider passes on to `paymentIntents.create`; its answers are PaymentIntents. With `confirm`, it charges already when
 * the session is made. https://docs.stripe.com/payments/save-during-payment
 */
export const stripeCollector: Collector = {
  identifier: "stripe",
  canChargeOffSession: true,
  // Stripe may forget a key after 24 hours, and would then charge again (https://docs.stripe.com/api/idempotent_requests).
  keyLifetimeHours: 23,

  checkoutData: () => ({ setup_future_usage: "off_session" }),

  rememberSession({ data }) {
    return data.setup_future_usage === "off_session" ? toMethod(data.payment_method, idOf(data.customer)) : null
  },

  saveRequest({ payment_method }) {
    const id = text(payment_method)
    if (!id?.startsWith("pm_")) {
      return { ok: false, reason: "data.payment_method: takes the id of a payment method made by Stripe.js, pm_…" }
    }
    return { ok: true, data: { payment_method: id, confirm: true, usage: "off_session", ...NO_REDIRECT } }
  },

  readSaved({ data }, accountHolder) {
    const method = toMethod(data.payment_method, idOf(data.customer) ?? idOf(accountHolder.data))
    if (data.status === "succeeded" && method) {
      return { kind: "saved", method }
    }
    if (data.status === "requires_action") {
      return { kind: "requires_action", data: { client_secret: data.client_secret, setup_intent: data.id } }
    }
    const error = isObject(data.last_setup_error) ? data.last_setup_error : {}
    return { kind: "refused", reason: text(error.message) ?? `Stripe left the payment method ${String(data.status)}` }
  },

  readListed: ({ data }, accountHolder) => toMethod(data, idOf(accountHolder.data)),

  amountTaken: stripeAmount,

  // Authorised and not yet captured, what was authorised is what will be taken.
  readTaken({ data }, currencyCode) {
    const units = data.status === "succeeded" ? data.amount_received : data.amount
    return typeof units === "number" && Number.isInteger(units) ? stripeTaken(units, currencyCode) : null
  },

  chargeRequest: (method, customer) => ({
    data: { payment_method: method.id, off_session: true, confirm: true, capture_method: "automatic", ...NO_REDIRECT },
    context: { account_holder: { data: { id: method.account_holder_id } }, ...(customer ? { customer } : {}) },
  }),

  // Before Stripe has answered, the data is the request, which has no `id`; a replaced answer names no PaymentIntent.
  hasReference: (data) => text(data.id)?.startsWith("pi_") ?? false,

  readAnswer({ status, data }) {
    if (data.indeterminate_due_to) {
      return { status: "unknown", reason: text(data.indeterminate_due_to) }
    }
    if (data.status === "requires_payment_method" && isObject(data.last_payment_error)) {
      return readStripeDecline(data.last_payment_error)
    }
    if (data.status === "processing") {
      return { status: "processing", reason: "processing" }
    }
    return readSessionStatus(status)
  },

  readLateFact: readStripeLateFact,

  readError(error) {
    const isCertain = NEVER_CHARGED.test(error.message)
    return { status: isCertain ? "hard_declined" : "unknown", reason: error.message }
  },
}
