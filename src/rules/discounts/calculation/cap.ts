import type { Lot } from "./lots"
import type { Sale } from "../sale"
import { taxFactor } from "./tax-factor"
import type { DiscountedLine } from "../types"

export interface Cap {
  by: Exclude<DiscountedLine["cappedBy"], null>
  /** The most that may be taken off, in whole minor units. */
  units: bigint
}

/** What holds a lot's discounts back: what is left of its price, and the store's own limits (D18, D24). */
export function capOf(lot: Lot, sale: Sale): Cap {
  const { scale, facts } = sale
  const { maxDiscountPercent } = facts.settings
  let tightest: Cap = { by: "price", units: scale.floorToUnits(lot.left) }
  const hold = (by: Cap["by"], units: bigint) => {
    if (units < tightest.units) {
      tightest = { by, units }
    }
  }
  if (maxDiscountPercent !== null) {
    const most = scale.percentOf(lot.price, scale.readPercent(maxDiscountPercent))
    hold("max_discount", scale.floorToUnits(most))
  }
  const lowest = lowestPrice(lot, sale)
  if (lowest !== null) {
    hold("min_margin", scale.floorToUnits(lot.left - lowest))
  }
  return tightest
}

/**
 * The price that leaves the minimum margin, where the cost is known: the margin is a share of what is paid, without tax.
 * Null: there is none to leave.
 */
function lowestPrice({ first: { line }, quantity, price }: Lot, { scale, facts }: Sale): bigint | null {
  const { minMarginPercent } = facts.settings
  if (minMarginPercent === null || line.unitCost === null) {
    return null
  }
  const cost = scale.times(line.unitCost, quantity)
  const tax = line.isTaxInclusive ? taxFactor(line.taxRate) : { numerator: 1n, denominator: 1n }
  const [whole, rest] = [scale.hundred * tax.numerator, scale.hundred - scale.readPercent(minMarginPercent)]
  if (rest <= 0n) {
    return cost > 0n ? price : 0n
  }
  const divisor = rest * tax.denominator
  return (cost * whole + divisor - 1n) / divisor
}
