import type { FixedPoint } from "./fixed-point"
import type { EvaluatedLine } from "../types"

/** A line with its figures read once, in subunits. */
export interface PricedLine {
  line: EvaluatedLine
  /** Its index among the evaluated lines. */
  place: number
  unitPrice: bigint
  /** Unit price × quantity. */
  price: bigint
  /** The price less what is already taken off by other means; not below zero. */
  left: bigint
  /** The article of a line: its variant, else its product, else the line alone. */
  variant: string
  /** The article that counts for an assignment to a product, a collection or a category (D13). */
  product: string
  /** Whether it counts in the order's value: neither a dependent line nor already free, as a trial is (D1). */
  isCounted: boolean
}

export function pricedLine(line: EvaluatedLine, place: number, fixedPoint: FixedPoint): PricedLine {
  const unitPrice = fixedPoint.read(line.unitPrice)
  const price = fixedPoint.times(line.unitPrice, line.quantity)
  const taken = fixedPoint.read(line.taken)
  const product = line.productId === null ? null : `product ${line.productId}`
  const variant = line.variantId === null ? (product ?? `line ${line.id}`) : `variant ${line.variantId}`
  return {
    line,
    place,
    unitPrice,
    price,
    left: price > taken ? price - taken : 0n,
    variant,
    product: product ?? variant,
    isCounted: line.kind === "article" && (taken === 0n || taken < price),
  }
}
