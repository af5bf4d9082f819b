import { exact, type Decimal } from "../decimal"
import { isCurrency, minorUnits } from "../minor-units"
import { round } from "../round"

export type CheckedAmount = { ok: true; amount: Decimal } | { ok: false; reason: string }

/** Digits before the point. With the minor unit they still fit the 15 that a JSON number carries without a loss. */
const MOST_WHOLE_DIGITS = 12

const PLAIN = /^-?\d{1,40}(\.\d{1,40})?$/

/** A number without its exponent; null: exact arithmetic would make it infinite, or nothing. */
function plainOf(input: number): string | null {
  const size = Math.abs(input)
  return size === 0 || (size < 1e100 && size > 1e-100) ? exact(input).toFixed() : null
}

/**
 * Whether something that came from outside is an amount of money that can be written: a plain decimal, not negative,
 * no finer than the currency's minor unit. Answers with the amount padded to the minor unit, or with the reason.
 */
export function checkAmount(input: unknown, currency: string): CheckedAmount {
  if (!isCurrency(currency)) {
    return { ok: false, reason: `"${currency}" is not a known currency` }
  }
  const text = typeof input === "number" ? plainOf(input) : input
  if (typeof text !== "string" || !PLAIN.test(text)) {
    return { ok: false, reason: "must be a decimal number such as 12.30" }
  }
  const value = exact(text)
  if (value.isLessThan(0)) {
    return { ok: false, reason: "must not be negative" }
  }
  const digits = minorUnits(currency)
  if ((value.decimalPlaces() ?? 0) > digits) {
    const most = digits === 0 ? "no decimals" : `at most ${digits} decimals`
    return { ok: false, reason: `takes ${most} in ${currency.toUpperCase()}` }
  }
  if (value.gte(exact(`1${"0".repeat(MOST_WHOLE_DIGITS)}`))) {
    return { ok: false, reason: `takes at most ${MOST_WHOLE_DIGITS} digits before the point` }
  }
  return { ok: true, amount: round(text, currency) }
}
