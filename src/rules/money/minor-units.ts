import type { Decimal } from "./decimal"

/**
 * The currencies whose minor unit is not a hundredth, by ISO 4217. A table and not Intl's
 * `maximumFractionDigits`: that one follows how people write prices (0 for HUF, IDR, COP or PKR, whose minor unit is
 * 2) and changes with the ICU version, so that a server and a browser could round one price in two ways.
 */
const NOT_TWO = new Map<string, number>([
  ...[
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
  ].map((code) => [code, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code) => [code, 3] as const),
  ...["CLF", "UYW"].map((code) => [code, 4] as const),
])

const KNOWN: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), ...NOT_TWO.keys()])

/** Whether it is the code of a currency, in either case. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code.toUpperCase())
}

/** Digits of the currency's minor unit: EUR 2, JPY 0, KWD 3. Throws RangeError on an unknown currency. */
export function minorUnits(currency: string): number {
  const code = currency.toUpperCase()
  if (!KNOWN.has(code)) {
    throw new RangeError(`"${currency}" is not a known currency`)
  }
  return NOT_TWO.get(code) ?? 2
}

/** One minor unit of a currency, in major ones: "0.01" in EUR, "1" in JPY, "0.001" in KWD. Throws RangeError on an unknown currency. */
export function minorUnit(currency: string): Decimal {
  const digits = minorUnits(currency)
  return digits ? `0.${"1".padStart(digits, "0")}` : "1"
}
