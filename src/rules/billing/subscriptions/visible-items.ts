import { add, multiply, quotient, sum, type Decimal } from "../../money"
import { contentsIn, isRoot, type PlacedItem } from "./items-in-order"

interface ShownItem extends PlacedItem {
  is_hidden: boolean
  quantity: number
  unit_price: Decimal
}

/**
 * The items of a subscription as its customer sees them (P13): hidden contents are left out, and their money is in the
 * price of their package, so that the items come to the same.
 */
export function visibleItems<Item extends ShownItem>(items: readonly Item[]): Item[] {
  return items.filter(isRoot).flatMap((root) => {
    const contents = contentsIn(items, root)
    const hidden = sum(contents.filter(({ is_hidden }) => is_hidden).map(totalOf))
    const shown = contents.filter(({ is_hidden }) => !is_hidden)
    return [{ ...root, unit_price: add(root.unit_price, quotient(hidden, String(root.quantity))) }, ...shown]
  })
}

const totalOf = ({ unit_price, quantity }: ShownItem): Decimal => multiply(unit_price, quantity)
