import BigNumber from "bignumber.js"
import { exact, written, type Decimal } from "./decimal"

/** Rounds up, away from zero, to so many digits after the point. */
export function roundUpToDigits(amount: Decimal, digits: number): Decimal {
  return written(exact(amount).decimalPlaces(digits, BigNumber.ROUND_UP))
}
