import { add, compare, multiply, quotient, subtract, type Decimal } from "../money"

export interface LineTotals {
  /** Without tax. */
  subtotal: Decimal
  /** With tax. */
  originalTotal: Decimal
}

/**
 * A line's totals less what was taken off it, with or without tax like its price. A promotion applies to the net
 * subtotal or to the gross total, so both are lowered.
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
  // A division leaves some 1e-20: if the total with the price's own tax mode is zero, both are.
  const isGone = compare(isTaxInclusive ? lowered.originalTotal : lowered.subtotal, "0") <= 0
  return isGone ? { subtotal: "0", originalTotal: "0" } : lowered
}
