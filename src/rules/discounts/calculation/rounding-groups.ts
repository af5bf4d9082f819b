import { quotient } from "../../money"
import type { PricedLine } from "./priced-line"
import type { EvaluatedLine } from "../types"

/**
 * The lines of one article at one price. They are rounded as one, so that it makes no difference how many lines it is
 * written on. They are equal in every field that a discount depends on.
 */
export interface RoundingGroup {
  key: string
  /** The first of its lines; the others have the same fields. */
  first: PricedLine
  lines: PricedLine[]
  quantity: number
  /** Unit price × quantity, in subunits. */
  price: bigint
  /** The price less what is already taken off by other means; not below zero. */
  left: bigint
}

export function roundingGroupsOf(lines: readonly PricedLine[]): RoundingGroup[] {
  const roundingGroups = new Map<string, RoundingGroup>()
  for (const priced of lines) {
    if (priced.line.kind !== "article") {
      continue
    }
    const key = keyOf(priced)
    const roundingGroup = roundingGroups.get(key)
    if (roundingGroup) {
      roundingGroup.lines.push(priced)
      roundingGroup.quantity += priced.line.quantity
      roundingGroup.price += priced.price
      roundingGroup.left += priced.left
    } else {
      const { price, left } = priced
      roundingGroups.set(key, { key, first: priced, lines: [priced], quantity: priced.line.quantity, price, left })
    }
  }
  return [...roundingGroups.values()]
}

function keyOf({ line, unitPrice, variant, price, left }: PricedLine): string {
  const flags = `${line.isTaxInclusive} ${line.isDiscountable} ${line.isEligible} ${line.hasSpecialPrice}`
  const taken = left === price ? "0" : takenEach(line)
  const bundle = line.bundleId ? ` in ${line.bundleId}` : ""
  return `${variant} ${unitPrice} ${line.taxRate} ${line.unitCost} ${taken} ${flags}${bundle}`
}

const takenEach = ({ taken, quantity }: EvaluatedLine): string => (quantity ? quotient(taken, String(quantity)) : taken)
