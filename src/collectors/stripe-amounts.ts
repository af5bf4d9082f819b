import { minorUnits, padded, quotient, roundToDigits, type Decimal } from "../rules/money"

/** Stripe's own table (https://docs.stripe.com/currencies#zero-decimal): by it, not by ISO 4217, amounts are sent. */
const ZERO_DECIMAL = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF".split(" "))
const THREE_DECIMAL = new Set("BHD IQD JOD KWD OMR TND".split(" "))

/** Digits of the whole number that Stripe counts in. */
const digitsOf = (currencyCode: string): number => {
  const code = currencyCode.toUpperCase()
  return THREE_DECIMAL.has(code) ? 3 : ZERO_DECIMAL.has(code) ? 0 : 2
}

/**
 * What Medusa's Stripe provider takes for an amount: rounded to Stripe's unit, and with three decimals up to the next
 * 0.010, because Stripe refuses others. Refunds of the same amount are rounded in the same way, so that the whole can be
 * given back.
 */
export function stripeAmount(amount: Decimal, currencyCode: string): Decimal {
  // ISO 4217 may know fewer digits than Stripe counts in (ISK), or more (CLF).
  const digits = Math.min(digitsOf(currencyCode), minorUnits(currencyCode))
  const whole = roundToDigits(amount, digits)
  return padded(digits === 3 ? roundToDigits(whole, 2, "up") : whole, currencyCode)
}

/** Stripe's whole number in major units. */
export function stripeTaken(units: number, currencyCode: string): Decimal {
  return padded(quotient(String(units), `1${"0".repeat(digitsOf(currencyCode))}`), currencyCode)
}
