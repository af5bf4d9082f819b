import { MathBN } from "@medusajs/framework/utils"
import { isPositive, sum, type Decimal } from "../../../rules/money"
import { decimalOf, type DiscountItem } from "./discount-sale"
import { taxRateOf } from "./sale-lines"

/** What is taken off a line, in the way that its price is taxed. */
export interface Taken {
  item_id: string
  amount: Decimal
}

/** The lines as promotions are to see them: with what the discounts leave of each (D19). Others are as they were. */
export function lowerItems<Item extends DiscountItem>(items: Item[], adjustments: Taken[]): Item[] {
  return items.map((item) => {
    const taken = sum(adjustments.filter(({ item_id }) => item_id === item.id).map(({ amount }) => amount))
    return isPositive(taken) ? lowered(item, taken) : item
  })
}

/** A promotion takes of the net subtotal or of the gross total, as it is taxed itself: both are lowered alike. */
function lowered<Item extends DiscountItem>(item: Item, taken: Decimal): Item {
  const factor = MathBN.add(1, MathBN.div(taxRateOf(item), 100))
  const net = item.is_tax_inclusive ? MathBN.div(taken, factor) : MathBN.convert(taken)
  const gross = item.is_tax_inclusive ? MathBN.convert(taken) : MathBN.mult(taken, factor)
  const original_total = MathBN.sub(decimalOf(item.original_total), gross)
  const subtotal = MathBN.sub(decimalOf(item.subtotal), net)
  // A division leaves some 1e-20: where nothing is left in the line's own reckoning, nothing is left in either.
  const isGone = MathBN.lte(item.is_tax_inclusive ? original_total : subtotal, 0)
  return { ...item, subtotal: isGone ? 0 : subtotal, original_total: isGone ? 0 : original_total }
}
