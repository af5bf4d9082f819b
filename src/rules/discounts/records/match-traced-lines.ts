import { lineKeyOf, type Metadata } from "../../cart"
import { compare, type Decimal } from "../../money"
import type { TracedLine } from "./discount-trace"

/** A line of a placed order, as far as it tells which line of the sale's record it was. */
export interface LineToMatch {
  id: string
  variantId: string | null
  productId: string | null
  unitPrice: Decimal
  quantity: number
  /** Bears the key of the line's record, where there is one; left out: not known. */
  metadata?: Metadata | null
  /** The sum of this room's adjustments on it. */
  discounted: Decimal
}

/**
 * Which line of the record each line of the order was, by order line id: the line itself, or the one of its key. Plain
 * goods have no key and lose their id at completion; they are told by what they sell, and those that sell the same for the
 * same are interchangeable.
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

/** A key that stands on a line of other goods is not believed. */
const hasItsKey = (traced: TracedLine, line: LineToMatch): boolean =>
  traced.key != null && traced.key === lineKeyOf(line.metadata) && sellsSame(traced, line)

const sellsSame = (traced: TracedLine, line: LineToMatch): boolean =>
  traced.variantId === line.variantId && traced.productId === line.productId

const isSame = (traced: TracedLine, line: LineToMatch): boolean =>
  sellsSame(traced, line) &&
  traced.quantity === line.quantity &&
  compare(traced.unitPrice, line.unitPrice) === 0 &&
  compare(traced.amount, line.discounted) === 0
