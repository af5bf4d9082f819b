import { add, multiply, type Decimal } from "../../money"
import type { PackageNode } from "../expansion/package-node"
import type { NodePrice } from "./price-package"

/** A line of a breakdown (P21). */
export interface BreakdownRow extends NodePrice {
  /** Null: the package itself. */
  parentPath: string | null
  depth: number
  /** In all packages. */
  pieces: number
  /** The unit price times the quantity in all packages. */
  subtotal: Decimal
  /** With all that is in it, in all packages. */
  total: Decimal
}

/**
 * The prices of so many packages, line by line, a package before its contents. An accessory that is not nested is a line
 * of its own, once per order. The subtotals sum to the total of the first row.
 */
export function breakdownRows(prices: readonly NodePrice[], quantity: number): BreakdownRow[] {
  const places = placesOf(prices, quantity)
  const rows = prices.map((price): BreakdownRow => {
    const { parentPath, depth, times } = places.get(price.node) ?? { parentPath: null, depth: 0, times: quantity }
    const pieces = price.node.quantity * times
    const subtotal = multiply(price.unitPrice, pieces)
    return { ...price, parentPath, depth, pieces, subtotal, total: subtotal }
  })
  const byPath = new Map(rows.map((row) => [row.node.path, row]))
  // From the innermost: each adds what it has gathered to the package around it.
  for (const row of [...rows].reverse()) {
    const around = row.parentPath === null ? undefined : byPath.get(row.parentPath)
    if (around) {
      around.total = add(around.total, row.total)
    }
  }
  return rows
}

interface Place {
  parentPath: string | null
  depth: number
  /** How often it is on the order for each one in a package. */
  times: number
}

/** A package stands before its contents, so that its own place is known by then. */
function placesOf(prices: readonly NodePrice[], quantity: number): Map<PackageNode, Place> {
  const places = new Map<PackageNode, Place>()
  for (const { node } of prices) {
    const own = places.get(node) ?? { parentPath: null, depth: 0, times: quantity }
    places.set(node, own)
    for (const child of node.children) {
      const isOnce = child.entry?.role === "accessory" && !child.entry.isNested
      places.set(child, { parentPath: node.path, depth: own.depth + 1, times: isOnce ? 1 : own.times })
    }
  }
  return places
}
