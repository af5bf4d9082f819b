import { compare, type Decimal } from "../../../rules/money"
import type { TracedLine } from "../cart/sale-trace"

/** A line of a placed order, as far as it tells which line of the sale's record it was. */
export interface LineToMatch {
  id: string
  variantId: string | null
  productId: string | null
  unitPrice: Decimal
  quantity: number
  /** The sum of this room's adjustments on it. */
  discounted: Decimal
}

/**
 * Which line of the record each line of the order was, by order line id. A cart line's id is lost at completion, so they
 * are told by what they sell; lines that sell the same for the same are interchangeable.
 */
export function matchTracedLines(
  traced: readonly TracedLine[],
  lines: readonly LineToMatch[],
): Map<string, TracedLine> {
  const left = new Set(traced)
  const matched = new Map<string, TracedLine>()
  for (const line of lines) {
    const same = [...left].find((one) => one.id === line.id) ?? [...left].find((one) => isSame(one, line))
    if (same) {
      matched.set(line.id, same)
      left.delete(same)
    }
  }
  return matched
}

const isSame = (traced: TracedLine, line: LineToMatch): boolean =>
  traced.variantId === line.variantId &&
  traced.productId === line.productId &&
  traced.quantity === line.quantity &&
  compare(traced.unitPrice, line.unitPrice) === 0 &&
  compare(traced.amount, line.discounted) === 0
