import type { RoundingGroup } from "./rounding-groups"
import type { Evaluation } from "../evaluation"
import { taxFactor } from "./tax-factor"
import type { DiscountedLine } from "../types"

export interface Cap {
  by: Exclude<DiscountedLine["cappedBy"], null>
  /** The most that may be taken off, in whole minor units. */
  units: bigint
}

/** The caps of a rounding group: what is left of its price, and the store's own limits (D18, D24). */
export function capOf(roundingGroup: RoundingGroup, evaluation: Evaluation): Cap {
  const { fixedPoint, facts } = evaluation
  const { maxDiscountPercent } = facts.settings
  let tightest: Cap = { by: "price", units: fixedPoint.floorToUnits(roundingGroup.left) }
  const hold = (by: Cap["by"], units: bigint) => {
    if (units < tightest.units) {
      tightest = { by, units }
    }
  }
  if (maxDiscountPercent !== null) {
    const most = fixedPoint.percentOf(roundingGroup.price, fixedPoint.readPercent(maxDiscountPercent))
    hold("max_discount", fixedPoint.floorToUnits(most))
  }
  const lowest = lowestPrice(roundingGroup, evaluation)
  if (lowest !== null) {
    hold("min_margin", fixedPoint.floorToUnits(roundingGroup.left - lowest))
  }
  return tightest
}

/**
 * The price that leaves the minimum margin, where the cost is known: the margin is a share of what is paid, without
 * tax. Null: there is no margin to keep.
 */
function lowestPrice(
  { first: { line }, quantity, price }: RoundingGroup,
  { fixedPoint, facts }: Evaluation,
): bigint | null {
  const { minMarginPercent } = facts.settings
  if (minMarginPercent === null || line.unitCost === null) {
    return null
  }
  const cost = fixedPoint.times(line.unitCost, quantity)
  const tax = line.isTaxInclusive ? taxFactor(line.taxRate) : { numerator: 1n, denominator: 1n }
  const [whole, rest] = [
    fixedPoint.hundred * tax.numerator,
    fixedPoint.hundred - fixedPoint.readPercent(minMarginPercent),
  ]
  if (rest <= 0n) {
    return cost > 0n ? price : 0n
  }
  const divisor = rest * tax.denominator
  return (cost * whole + divisor - 1n) / divisor
}
