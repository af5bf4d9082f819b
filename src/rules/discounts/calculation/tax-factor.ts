import type { Decimal } from "../../money"

/** The factor from net to gross, as an exact fraction: 109.2 / 100 for "9.2". */
export interface TaxFactor {
  numerator: bigint
  denominator: bigint
}

export function taxFactor(taxRate: Decimal): TaxFactor {
  const [whole = "0", decimals = ""] = taxRate.split(".")
  const denominator = 100n * 10n ** BigInt(decimals.length)
  return { numerator: denominator + BigInt(whole + decimals), denominator }
}
