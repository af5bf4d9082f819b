import { isCurrency } from "../minor-units"

/** An amount as it is to be saved: the field that names its currency, and the code. */
export interface NamedCurrency {
  field: string
  currencyCode: string | null
}

/**
 * Amounts in a currency that the store lacks: nobody could pay them. `known` are the store's currencies, and those that the
 * record had before. What is no currency at all is refused elsewhere.
 */
export function checkCurrencies(
  named: readonly NamedCurrency[],
  known: readonly string[],
): { field: string; reason: string }[] {
  const codes = new Set(known.map((code) => code.toLowerCase()))
  return named.flatMap(({ field, currencyCode }) =>
    currencyCode === null || !isCurrency(currencyCode) || codes.has(currencyCode.toLowerCase())
      ? []
      : [{ field, reason: `"${currencyCode}" is not a currency of this store` }],
  )
}
