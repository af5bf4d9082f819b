import type { RoundingGroup } from "./rounding-groups"
import type { Evaluation } from "../evaluation"
import { taxFactor } from "./tax-factor"
import type { DiscountedLine } from "../types"

export interface Cap {
  by: Exclude<DiscountedLine["cappedBy"], null>
  /** The most that may be taken off, in whole minor units. */
  units: bigint
}

/** What caps a rounding group: what is left of its price, and the store's limits less what promotions take (D18, D24). */
export function capOf(roundingGroup: RoundingGroup, evaluation: Evaluation): Cap {
  const { fixedPoint } = evaluation
  const price: Cap = { by: "price", units: fixedPoint.floorToUnits(roundingGroup.left) }
  const limit = storeLimit(roundingGroup, evaluation)
  if (!limit) {
    return price
  }
  const units = limit.units - ceilToUnits(promotedOf(roundingGroup, evaluation), evaluation)
  return units < price.units ? { by: limit.by, units: units > 0n ? units : 0n } : price
}

/**
 * The most that the store's limits leave for discounts and promotions together, in whole minor units (D24). Null: there
 * is no limit.
 */
export function storeLimit(roundingGroup: RoundingGroup, evaluation: Evaluation): Cap | null {
  const { fixedPoint, facts } = evaluation
  const { maxDiscountPercent } = facts.settings
  const lowest = lowestPrice(roundingGroup, evaluation)
  const limits: Cap[] = []
  if (maxDiscountPercent !== null) {
    const most = fixedPoint.percentOf(roundingGroup.price, fixedPoint.readPercent(maxDiscountPercent))
    limits.push({ by: "max_discount", units: fixedPoint.floorToUnits(most) })
  }
  if (lowest !== null) {
    limits.push({ by: "min_margin", units: fixedPoint.floorToUnits(roundingGroup.left - lowest) })
  }
  return limits.reduce<Cap | null>((least, one) => (least && least.units <= one.units ? least : one), null)
}

/** What promotions take off a rounding group, in subunits. */
export const promotedOf = ({ lines }: RoundingGroup, { fixedPoint }: Evaluation): bigint =>
  lines.reduce((all, { line }) => all + (line.promoted === undefined ? 0n : fixedPoint.read(line.promoted)), 0n)

/** A part of a minor unit that promotions take is a whole one to a limit. */
const ceilToUnits = (subunits: bigint, { fixedPoint: { minor } }: Evaluation): bigint =>
  subunits > 0n ? (subunits + minor - 1n) / minor : 0n

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
