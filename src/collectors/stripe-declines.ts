import type { ChargeOutcome } from "../rules/billing/types"

/**
 * Stripe's decline codes (https://docs.stripe.com/declines/codes) that no later attempt with the same method can
 * change: those that Stripe's own retries leave alone (https://docs.stripe.com/billing/revenue-recovery/smart-retries),
 * and those whose next step is another payment method. Every other code may work another day.
 */
const HARD_CODES = new Set([
  "incorrect_number",
  "lost_card",
  "pickup_card",
  "stolen_card",
  "revocation_of_authorization",
  "revocation_of_all_authorizations",
  "highest_risk_level",
  "transaction_not_allowed",
  "card_not_supported",
  "currency_not_supported",
  "do_not_try_again",
  "expired_card",
  "fraudulent",
  "invalid_account",
  "invalid_expiry_month",
  "invalid_expiry_year",
  "invalid_number",
  "merchant_blacklist",
  "restricted_card",
  "stop_payment_order",
  "testmode_decline",
  // Bank debits: the account or the mandate is gone.
  "account_closed",
  "bank_account_restricted",
  "debit_not_authorized",
  "no_account",
  "payment_intent_mandate_invalid",
])

/** 3D Secure cannot be answered off session: the customer has to come back. */
const ACTION_CODES = new Set(["authentication_required", "authentication_not_handled"])

/** The fields of a PaymentIntent's `last_payment_error` that say why (Stripe's `StripeError` object). */
export interface StripePaymentError {
  code?: unknown
  decline_code?: unknown
  advice_code?: unknown
}

/** What a PaymentIntent's `last_payment_error` means. Stripe's advice on the card counts before its code. */
export function readStripeDecline(error: StripePaymentError): ChargeOutcome {
  const texts = [error.decline_code, error.code].filter((code): code is string => typeof code === "string")
  const reason = texts[0] ?? "card_declined"
  if (texts.some((code) => ACTION_CODES.has(code))) {
    return { status: "requires_action", reason: "authentication_required" }
  }
  const isHard = error.advice_code === "do_not_try_again" || texts.some((code) => HARD_CODES.has(code))
  return { status: isHard ? "hard_declined" : "soft_declined", reason }
}
