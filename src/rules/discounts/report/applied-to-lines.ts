import { isPositive, type Decimal } from "../../money"
import type { TracedLine } from "../records/discount-trace"
import type { DiscountSource } from "../states"

/** What a discount took off a line, for the report. */
export interface AppliedToLine {
  line: TracedLine
  source: DiscountSource
  discountId: string | null
  name: string
  amount: Decimal
}

/**
 * The lines that each discount was given on. An article at one price is rounded as one: if a discount took something off
 * one of its lines, it was given on all of them, though the rounding left some with nothing.
 */
export function appliedToLines(lines: readonly TracedLine[]): AppliedToLine[] {
  const given = new Set(
    lines.flatMap((line) => line.discounts.filter(({ amount }) => isPositive(amount)).map((one) => keyOf(line, one))),
  )
  return lines.flatMap((line) =>
    line.trace
      .filter((one) => one.outcome === "applied" && given.has(keyOf(line, one)))
      .map(({ source, discountId, name, amount }) => ({ line, source, discountId, name, amount })),
  )
}

const keyOf = (
  { id, variantId, productId, unitPrice, isTaxInclusive }: TracedLine,
  { source, discountId }: { source: DiscountSource; discountId: string | null },
): string => JSON.stringify([variantId ?? productId ?? id, unitPrice, isTaxInclusive, source, discountId])
