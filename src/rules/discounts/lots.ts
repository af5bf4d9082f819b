import { quotient } from "../money"
import type { Scale } from "./scale"
import type { SaleLine } from "./types"

/**
 * The lines of one article at one price: what is rounded as one, so that it makes no difference how many lines it is
 * written on. They differ in nothing that a discount looks at.
 */
export interface Lot {
  key: string
  /** The first of its lines, which speaks for all. */
  line: SaleLine
  /** Their places in the sale. */
  places: number[]
  quantity: number
  /** Unit price × quantity, in grains. */
  price: bigint
  /** The price less what is taken by other means; not below zero. */
  left: bigint
}

/** The article of a line: its variant, else its product, else the line alone. */
export const variantKey = ({ variantId, productId, id }: SaleLine): string =>
  variantId === null ? (productId === null ? `line ${id}` : `product ${productId}`) : `variant ${variantId}`

/** The article that an assignment to a product, a collection or a category is about (D13). */
export const productKey = (line: SaleLine): string =>
  line.productId === null ? variantKey(line) : `product ${line.productId}`

export function lotsOf(lines: readonly SaleLine[], scale: Scale): Lot[] {
  const lots = new Map<string, Lot>()
  lines.forEach((line, place) => {
    if (line.kind === "companion") {
      return
    }
    const price = scale.times(line.unitPrice, line.quantity)
    const left = leftOf(line, price, scale)
    const key = keyOf(line, scale)
    const lot = lots.get(key)
    if (lot) {
      lot.places.push(place)
      lot.quantity += line.quantity
      lot.price += price
      lot.left += left
    } else {
      lots.set(key, { key, line, places: [place], quantity: line.quantity, price, left })
    }
  })
  return [...lots.values()]
}

export function leftOf(line: SaleLine, price: bigint, scale: Scale): bigint {
  const left = line.taken === "0" ? price : price - scale.read(line.taken)
  return left > 0n ? left : 0n
}

function keyOf(line: SaleLine, scale: Scale): string {
  const flags = `${line.isTaxInclusive} ${line.isDiscountable} ${line.isEligible} ${line.hasSpecialPrice}`
  const each = scale.read(line.unitPrice)
  const taken = scale.read(line.taken) === 0n || !line.quantity ? "0" : quotient(line.taken, String(line.quantity))
  return `${variantKey(line)} ${each} ${line.taxRate} ${line.unitCost} ${taken} ${flags}`
}
