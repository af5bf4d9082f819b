import BigNumber from "bignumber.js"
import { exact, written, type Decimal } from "../decimal"

/**
 * Rounds to so many digits after the point, whatever the currency's minor unit is: half away from zero, or always away from
 * zero (`up`).
 */
export function roundToDigits(amount: Decimal, digits: number, mode: "half" | "up" = "half"): Decimal {
  const rounding = mode === "up" ? BigNumber.ROUND_UP : BigNumber.ROUND_HALF_UP
  return written(exact(amount).decimalPlaces(digits, rounding))
}
