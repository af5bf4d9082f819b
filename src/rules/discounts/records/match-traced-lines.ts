import { lineKeyOf, type Metadata } from "../../cart"
import { compare, type Decimal } from "../../money"
import type { TracedLine } from "./discount-trace"

/** The fields of an order's line that find its line in the discount record. */
export interface LineToMatch {
  id: string
  variantId: string | null
  productId: string | null
  unitPrice: Decimal
  quantity: number
  /** Has the key of the line's identity record, if there is one; left out: not known. */
  metadata?: Metadata | null
  /** The sum of this room's adjustments on it. */
  discounted: Decimal
}

/**
 * Matches order lines with the record's lines, by order line id: the same id, or the same key. Plain goods have no key
 * and lose their id at completion; they are matched by variant, price, quantity and discount. Lines equal in all of
 * these are interchangeable.
 */
export function matchTracedLines(
  traced: readonly TracedLine[],
  lines: readonly LineToMatch[],
): Map<string, TracedLine> {
  const left = new Set(traced)
  const matched = new Map<string, TracedLine>()
  for (const isIt of [isItself, hasItsKey, isSame]) {
    for (const line of lines.filter(({ id }) => !matched.has(id))) {
      const found = [...left].find((one) => isIt(one, line))
      if (found) {
        matched.set(line.id, found)
        left.delete(found)
      }
    }
  }
  return matched
}

const isItself = (traced: TracedLine, line: LineToMatch): boolean => traced.id === line.id

/** A key on a line of another variant is ignored. */
const hasItsKey = (traced: TracedLine, line: LineToMatch): boolean =>
  traced.key != null && traced.key === lineKeyOf(line.metadata) && sellsSame(traced, line)

const sellsSame = (traced: TracedLine, line: LineToMatch): boolean =>
  traced.variantId === line.variantId && traced.productId === line.productId

const isSame = (traced: TracedLine, line: LineToMatch): boolean =>
  sellsSame(traced, line) &&
  traced.quantity === line.quantity &&
  compare(traced.unitPrice, line.unitPrice) === 0 &&
  compare(traced.amount, line.discounted) === 0
