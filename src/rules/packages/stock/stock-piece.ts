import { nodesOf, type PackageNode } from "../expansion/package-node"
import { isTimed } from "../recipes/articles"
import type { PieceLine } from "./availability-by-day"
import type { VariantStocks } from "./stock-demands"

/**
 * One package as stock sees it: all that is chosen in it. It comes back as a whole where any of it is priced by time; of
 * another one `isForPeriod` says whether it is wanted for a period.
 */
export function pieceOfPackage(root: PackageNode, stocks: VariantStocks, isForPeriod = false): PieceLine[] {
  const nodes = nodesOf(root)
  const isRented =
    isForPeriod ||
    nodes.some(({ recipe, variantId }) => (recipe && isTimed(recipe.pricing)) || stocks.get(variantId)?.isTimed)
  return nodes.map(({ variantId, quantity, entry }) => ({
    variantId,
    quantity: String(quantity),
    // The package's own variant stays what it is in Medusa: sold.
    isRented: isRented && entry !== null,
  }))
}

export const pieceOfVariant = (variantId: string, stocks: VariantStocks): PieceLine[] => [
  { variantId, quantity: "1", isRented: stocks.get(variantId)?.isTimed ?? false },
]
