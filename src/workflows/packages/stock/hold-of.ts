import type { NewHold } from "../../../modules/packages"
import type { PlacedDemand, StockLine, VariantStocks } from "../../../rules/packages"

/** A placed demand as it is stored. What is sold for good beyond the stock is Medusa's to reserve. */
export function holdOf(placed: PlacedDemand, lines: readonly StockLine[], stocks: VariantStocks): NewHold[] {
  const { lineId, variantId, inventoryItemId, locationId, quantity, period: blocked, mayBackorder } = placed
  const required = stocks.get(variantId)?.items.find((item) => item.inventoryItemId === inventoryItemId)
  const period = lines.find((line) => line.lineId === lineId)?.period ?? null
  if (!required || (mayBackorder && !blocked)) {
    return []
  }
  return [
    {
      ...{ lineId, inventoryItemId, locationId, quantity },
      requiredQuantity: required.requiredQuantity,
      period: period && blocked && { ...period, blocked },
    },
  ]
}
