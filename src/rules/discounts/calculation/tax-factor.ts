import type { Decimal } from "../../money"

/** What a net price is multiplied by to have its tax in it, as an exact fraction: 109.2 / 100 for "9.2". */
export interface TaxFactor {
  numerator: bigint
  denominator: bigint
}

export function taxFactor(taxRate: Decimal): TaxFactor {
  const [whole = "0", decimals = ""] = taxRate.split(".")
  const denominator = 100n * 10n ** BigInt(decimals.length)
  return { numerator: denominator + BigInt(whole + decimals), denominator }
}
