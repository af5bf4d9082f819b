import type { Decimal } from "./decimal"
import { isCurrency, minorUnits } from "./minor-units"

/** More digits than any price has. */
const MOST_DIGITS = 12

/**
 * An amount as a locale writes it, with all digits of its currency's minor unit: Intl by itself writes forints, rupees of Pakistan
 * and others rounded to whole ones. `isPrice`: one that may be finer than the minor unit, and is written with all of its own.
 */
export function writeMoney(
  amount: Decimal | number,
  { currency, locale, isPrice = false }: { currency: string; locale: string; isPrice?: boolean },
): string {
  const digits = isCurrency(currency) ? minorUnits(currency) : null
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currency.toUpperCase(),
    ...(digits === null
      ? {}
      : { minimumFractionDigits: digits, maximumFractionDigits: isPrice ? MOST_DIGITS : digits }),
  }).format(Number(amount))
}
