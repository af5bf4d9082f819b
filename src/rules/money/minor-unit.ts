import type { Decimal } from "./decimal"
import { minorUnits } from "./minor-units"

/** One minor unit of a currency, in major ones: "0.01" in EUR, "1" in JPY, "0.001" in KWD. Throws RangeError on an unknown currency. */
export function minorUnit(currency: string): Decimal {
  const digits = minorUnits(currency)
  return digits ? `0.${"1".padStart(digits, "0")}` : "1"
}
