import { add, multiply, sum, type Decimal } from "../../money"
import type { PackageNode } from "../expansion/package-node"
import { isSeparate } from "../expansion/separate-accessories"
import type { NodePrice } from "../pricing/price-package"

/** A line of a package as a customer sees it. */
export interface VisiblePrice extends NodePrice {
  /** In all packages. */
  quantity: number
  total: Decimal
}

/**
 * The lines of some packages as a customer sees them: hidden contents stand on the package's line, so that the lines add
 * up to the price (P13). An accessory that is not nested is there once, however many packages (P16).
 */
export function visiblePrices(prices: readonly NodePrice[], quantity: number): VisiblePrice[] {
  const separate = prices.filter(({ node }) => isSeparate(node)).map(({ node }) => node.path)
  const isOnce = ({ path }: PackageNode) => separate.some((own) => path === own || path.startsWith(`${own}/`))
  const hidden = prices.filter(({ node }) => node.isUnseen && !isOnce(node))
  const inPackage = sum(hidden.map(({ node, unitPrice }) => multiply(unitPrice, node.quantity)))
  return prices
    .filter(({ node }) => !node.isUnseen)
    .map((price) => {
      const { node } = price
      const unitPrice = node.entry === null ? add(price.unitPrice, inPackage) : price.unitPrice
      const pieces = node.quantity * (isOnce(node) ? 1 : quantity)
      return { ...price, unitPrice, quantity: pieces, total: multiply(unitPrice, pieces) }
    })
}
