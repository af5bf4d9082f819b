import { add } from "./add"
import type { Decimal } from "./decimal"
import { multiply } from "./multiply"
import { quotient } from "./quotient"

/** An amount that has tax in it or not, as one that has it or not: 11.90 with 19 % in it is 10.00 without. */
export function taxedAs(
  amount: Decimal,
  { isTaxInclusive, taxRate }: { isTaxInclusive: boolean; taxRate: Decimal },
  wanted: { isTaxInclusive: boolean },
): Decimal {
  if (isTaxInclusive === wanted.isTaxInclusive) {
    return amount
  }
  const factor = add("1", multiply(taxRate, "0.01"))
  return isTaxInclusive ? quotient(amount, factor) : multiply(amount, factor)
}
