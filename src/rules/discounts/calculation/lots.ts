import { quotient } from "../../money"
import type { PricedLine } from "./priced-line"
import type { SaleLine } from "../types"

/**
 * The lines of one article at one price: what is rounded as one, so that it makes no difference how many lines it is
 * written on. They differ in nothing that a discount looks at.
 */
export interface Lot {
  key: string
  /** The first of its lines, which speaks for all. */
  first: PricedLine
  lines: PricedLine[]
  quantity: number
  /** Unit price × quantity, in grains. */
  price: bigint
  /** The price less what is taken by other means; not below zero. */
  left: bigint
}

export function lotsOf(lines: readonly PricedLine[]): Lot[] {
  const lots = new Map<string, Lot>()
  for (const priced of lines) {
    if (priced.line.kind === "companion") {
      continue
    }
    const key = keyOf(priced)
    const lot = lots.get(key)
    if (lot) {
      lot.lines.push(priced)
      lot.quantity += priced.line.quantity
      lot.price += priced.price
      lot.left += priced.left
    } else {
      const { price, left } = priced
      lots.set(key, { key, first: priced, lines: [priced], quantity: priced.line.quantity, price, left })
    }
  }
  return [...lots.values()]
}

function keyOf({ line, unitPrice, variant, price, left }: PricedLine): string {
  const flags = `${line.isTaxInclusive} ${line.isDiscountable} ${line.isEligible} ${line.hasSpecialPrice}`
  const taken = left === price ? "0" : takenEach(line)
  return `${variant} ${unitPrice} ${line.taxRate} ${line.unitCost} ${taken} ${flags}`
}

const takenEach = ({ taken, quantity }: SaleLine): string => (quantity ? quotient(taken, String(quantity)) : taken)
