import { add, compare, multiply, quotient, subtract, type Decimal } from "../money"

export interface LineTotals {
  /** Without tax. */
  subtotal: Decimal
  /** With tax. */
  originalTotal: Decimal
}

/**
 * A line's totals less what was taken off it, in the way that its price is taxed. A promotion takes of the net subtotal or
 * of the gross total, as it is taxed itself: both are lowered alike.
 */
export function loweredTotals(
  { subtotal, originalTotal }: LineTotals,
  { taken, taxRate, isTaxInclusive }: { taken: Decimal; taxRate: Decimal; isTaxInclusive: boolean },
): LineTotals {
  const factor = add("1", multiply(taxRate, "0.01"))
  const lowered = {
    subtotal: subtract(subtotal, isTaxInclusive ? quotient(taken, factor) : taken),
    originalTotal: subtract(originalTotal, isTaxInclusive ? taken : multiply(taken, factor)),
  }
  // A division leaves some 1e-20: where nothing is left in the line's own reckoning, nothing is left in either.
  const isGone = compare(isTaxInclusive ? lowered.originalTotal : lowered.subtotal, "0") <= 0
  return isGone ? { subtotal: "0", originalTotal: "0" } : lowered
}
