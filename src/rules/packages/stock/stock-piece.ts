import { nodesOf, type PackageNode } from "../expansion/package-node"
import { separateAccessories, withoutSeparate } from "../expansion/separate-accessories"
import { isTimed } from "../recipes/articles"
import type { PieceLine } from "./availability-by-day"
import type { VariantStocks } from "./stock-demands"

/**
 * One package as stock sees it: all that is chosen in it. It comes back as a whole where any of it is priced by time; of
 * another one `isForPeriod` says whether it is wanted for a period.
 */
export function pieceOfPackage(root: PackageNode, stocks: VariantStocks, isForPeriod = false): PieceLine[] {
  const isRented =
    isForPeriod ||
    nodesOf(root).some(({ recipe, variantId }) => (recipe && isTimed(recipe.pricing)) || stocks.get(variantId)?.isTimed)
  // Of those that are lines of their own, what is priced by time is out as long as the package.
  const separate = separateAccessories(root).flatMap((node) => nodesOf(withoutSeparate(node)))
  const beside = separate.map(({ variantId, quantity }) => ({
    ...{ variantId, quantity: String(quantity), isOnce: true },
    isRented: isRented && (stocks.get(variantId)?.isTimed ?? false),
  }))
  const inside = nodesOf(withoutSeparate(root)).map(({ variantId, quantity, entry }) => ({
    variantId,
    quantity: String(quantity),
    // The package's own variant stays what it is in Medusa: sold.
    isRented: isRented && entry !== null,
  }))
  return [...inside, ...beside]
}

export const pieceOfVariant = (variantId: string, stocks: VariantStocks): PieceLine[] => [
  { variantId, quantity: "1", isRented: stocks.get(variantId)?.isTimed ?? false },
]
